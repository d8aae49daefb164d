using System.Net;
using System.Net.Http.Json;
using Ical.Net;
using RoomMonitor.Tests.Api;
using RoomMonitor.Tests.Support;

namespace RoomMonitor.Tests.Calendars;

public sealed class CalendarFileTests(ApiFixture fixture) : IClassFixture<ApiFixture>
{
    private static readonly DateTime _start = new(2027, 6, 1, 9, 0, 0, DateTimeKind.Utc);

    [Fact]
    public async Task Reservation_ByItsOwner_IsAnEventWithPurposeAndUtcTimes()
    {
        var roomId = await fixture.NewRoomAsync();
        var id = await BookAsync(roomId, "Seminar; with, commas\nand a purpose that is so long that the line has to be folded: ä ö ü ß € 𝄞");

        var response = await fixture.Staff.Http.GetAsync($"/api/reservations/{id}/calendar.ics");

        response.StatusCode.Should().Be(HttpStatusCode.OK);
        response.Content.Headers.ContentType!.ToString().Should().Be("text/calendar; charset=utf-8");
        response.Content.Headers.ContentDisposition!.FileName.Should().Be($"reservation-{id}.ics");
        var text = await response.Content.ReadAsStringAsync();
        text.Should().StartWith("BEGIN:VCALENDAR\r\n").And.EndWith("END:VCALENDAR\r\n").And.Contain("DTSTART:20270601T090000Z\r\n").And.Contain("DTEND:20270601T100000Z\r\n");
        text.Replace("\r\n", "", StringComparison.Ordinal).Should().NotContain("\n");
        text.Split("\r\n").Should().OnlyContain(line => System.Text.Encoding.UTF8.GetByteCount(line) <= 75);
        var parsed = Calendar.Load(text)!.Events.Single();
        parsed.Summary.Should().StartWith("Seminar; with, commas\nand").And.EndWith("ä ö ü ß € 𝄞");
        parsed.Uid.Should().StartWith($"reservation-{id}@");
        parsed.Status.Should().Be("CONFIRMED");
    }

    [Fact]
    public async Task Reservation_ByOthers_IsAnonymousInTheApiAndOnThePage()
    {
        var roomId = await fixture.NewRoomAsync();
        var id = await BookAsync(roomId, "Secret board");

        foreach (var address in new[] { $"/api/reservations/{id}/calendar.ics", $"/rooms/{roomId}/reservations/{id}.ics" })
        {
            var text = await fixture.Anonymous.GetStringAsync(address);
            text.Should().Contain("SUMMARY:Reserved").And.NotContain("Secret");
        }

        // A page takes the cookie, never the token.
        (await fixture.Staff.Http.GetStringAsync($"/rooms/{roomId}/reservations/{id}.ics")).Should().NotContain("Secret");
        await (await fixture.Anonymous.GetAsync("/api/reservations/987654/calendar.ics")).ProblemAsync(HttpStatusCode.NotFound);
        (await fixture.Anonymous.GetAsync($"/rooms/{roomId}/reservations/987654.ics")).StatusCode.Should().Be(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Reservation_OnThePageOfItsOwner_HasItsPurpose()
    {
        var roomId = await fixture.NewRoomAsync();
        var owner = await fixture.App.AddUserAsync("owner@test.local");
        var token = await fixture.App.SignInAsync("owner@test.local");
        var booked = await token.Http.BookAsync(roomId, _start, _start.AddHours(1), "Secret board");
        using var browser = fixture.App.CreateBrowser();
        (await browser.SignInByFormAsync("owner@test.local")).StatusCode.Should().Be(HttpStatusCode.Redirect);

        var text = await browser.GetStringAsync($"/rooms/{roomId}/reservations/{booked.GetProperty("id").GetInt32()}.ics");

        text.Should().Contain("SUMMARY:Secret board");
        owner.Id.Should().Be(token.UserId);
    }

    [Fact]
    public async Task Reservation_ChangedAndCancelled_KeepsItsUidAndGrowsItsSequence()
    {
        var id = await BookAsync(await fixture.NewRoomAsync(), "Seminar");
        var before = Calendar.Load(await fixture.Staff.Http.GetStringAsync($"/api/reservations/{id}/calendar.ics"))!.Events.Single();

        await fixture.Staff.Http.PatchAsJsonAsync($"/api/reservations/{id}/", new { end = _start.AddHours(2) });
        await fixture.Staff.Http.PostAsync($"/api/reservations/{id}/cancel/", null);

        var after = Calendar.Load(await fixture.Staff.Http.GetStringAsync($"/api/reservations/{id}/calendar.ics"))!.Events.Single();
        after.Uid.Should().Be(before.Uid);
        after.Sequence.Should().Be(before.Sequence + 2);
        after.Status.Should().Be("CANCELLED");
        after.DtEnd!.AsUtc.Should().Be(_start.AddHours(2));
    }

    [Fact]
    public async Task Series_OverAClockChange_HasAnEventForEachOccurrence()
    {
        var roomId = await fixture.NewRoomAsync();
        var response = await fixture.Staff.Http.PostAsJsonAsync("/api/series/", new
        {
            room_id = roomId,
            date = "2027-10-25",
            start_time = "10:00",
            end_time = "11:00",
            recurrence = new { frequency = "weekly", count = 2 },
            purpose = "Lecture",
            attendees = 5,
        });
        var id = (await response.JsonAsync()).GetProperty("id").GetInt32();

        var mine = Calendar.Load(await fixture.Staff.Http.GetStringAsync($"/api/series/{id}/calendar.ics"))!;
        var page = Calendar.Load(await fixture.Anonymous.GetStringAsync($"/rooms/{roomId}/series/{id}.ics"))!;

        mine.Events.Select(one => one.DtStart!.AsUtc).Should().Equal(new DateTime(2027, 10, 25, 9, 0, 0), new DateTime(2027, 11, 1, 10, 0, 0));
        mine.Events.Should().OnlyContain(one => one.Summary == "Lecture");
        page.Events.Should().HaveCount(2).And.OnlyContain(one => one.Summary == "Reserved");
        page.Events.Select(one => one.Uid).Should().OnlyHaveUniqueItems();
    }

    private async Task<int> BookAsync(int roomId, string purpose) =>
        (await fixture.Staff.Http.BookAsync(roomId, _start, _start.AddHours(1), purpose)).GetProperty("id").GetInt32();
}
