using System.Net;
using System.Net.Http.Json;
using RoomMonitor.Tests.Support;

namespace RoomMonitor.Tests.Api;

public sealed class ReservationChangeTests(ApiFixture fixture) : IClassFixture<ApiFixture>
{
    private static readonly DateTime _ten = ApiFixture.Now.AddHours(1);

    [Theory]
    [InlineData("/api/reservations/")]
    [InlineData("/api/reservations")]
    public async Task Create_FreeSlot_Is201WithLocationAndReservation(string address)
    {
        var roomId = await fixture.NewRoomAsync();

        var response = await fixture.Staff.Http.PostAsJsonAsync(
            address, new { room_id = roomId, start = _ten, end = _ten.AddHours(1), purpose = "Seminar", attendees = 5, contact_email = "" });

        response.StatusCode.Should().Be(HttpStatusCode.Created);
        var reservation = await response.JsonAsync();
        reservation.Fields().Should().BeEquivalentTo(
            "id", "room", "room_id", "user", "start", "end", "date", "start_time", "end_time", "purpose", "attendees", "status", "created_at", "updated_at");
        reservation.GetProperty("room").Fields().Should().BeEquivalentTo("id", "name", "building", "floor", "capacity");
        reservation.GetProperty("user").GetProperty("id").GetInt32().Should().Be(fixture.Staff.UserId);
        reservation.GetProperty("user").GetProperty("username").GetString().Should().Be("staff@test.local");
        reservation.GetProperty("start").GetString().Should().Be("2026-11-23T10:00:00Z");
        reservation.GetProperty("date").GetString().Should().Be("2026-11-23");
        reservation.GetProperty("start_time").GetString().Should().Be("10:00");
        reservation.GetProperty("status").GetString().Should().Be("confirmed");
        response.Headers.Location!.OriginalString.Should().Be($"/api/reservations/{reservation.GetProperty("id").GetInt32()}/");
        (await fixture.Anonymous.GetAsync(response.Headers.Location)).StatusCode.Should().Be(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Create_RunningMinute_IsOnTheStatusAtOnce()
    {
        var roomId = await fixture.NewRoomAsync();
        var before = await fixture.Anonymous.GetJsonAsync("/api/rooms/status/?building=main");

        var booked = await fixture.Staff.Http.BookAsync(roomId, ApiFixture.Now, ApiFixture.Now.AddHours(1));

        var after = await fixture.Anonymous.GetJsonAsync("/api/rooms/status/?building=main");
        before.EnumerateArray().Single(room => room.GetProperty("room_id").GetInt32() == roomId).GetProperty("is_occupied").GetBoolean().Should().BeFalse();
        after.EnumerateArray().Single(room => room.GetProperty("room_id").GetInt32() == roomId)
            .GetProperty("current_reservation_id").GetInt32().Should().Be(booked.GetProperty("id").GetInt32());
    }

    [Fact]
    public async Task Create_RoomRequiresApproval_IsPendingUntilAnAdministratorConfirms()
    {
        var roomId = await fixture.NewRoomAsync(requiresApproval: true);
        var booked = await fixture.Staff.Http.BookAsync(roomId, _ten, _ten.AddHours(1));
        var address = $"/api/reservations/{booked.GetProperty("id").GetInt32()}/confirm/";

        booked.GetProperty("status").GetString().Should().Be("pending");
        await (await fixture.Staff.Http.PostAsync(address, null)).ProblemAsync(HttpStatusCode.Forbidden);
        var confirmed = await fixture.Administrator.Http.PostAsync(address, null);

        confirmed.StatusCode.Should().Be(HttpStatusCode.OK);
        (await confirmed.JsonAsync()).GetProperty("status").GetString().Should().Be("confirmed");
        await (await fixture.Administrator.Http.PostAsync(address, null)).ProblemAsync(HttpStatusCode.Conflict);
    }

    [Fact]
    public async Task ConfirmNamed_ByBody_Confirms()
    {
        var roomId = await fixture.NewRoomAsync(requiresApproval: true);
        var booked = await fixture.Staff.Http.BookAsync(roomId, _ten, _ten.AddHours(1));

        var confirmed = await fixture.Administrator.Http.PostAsJsonAsync("/api/reservations/confirm", new { id = booked.GetProperty("id").GetInt32() });

        (await confirmed.JsonAsync()).GetProperty("status").GetString().Should().Be("confirmed");
        await (await fixture.Administrator.Http.PostTextAsync("/api/reservations/confirm/", "{}")).RefusalOfAsync("id");
        await (await fixture.Administrator.Http.PostTextAsync("/api/reservations/confirm/", "{\"id\":987654}")).ProblemAsync(HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Create_Taken_Is409WithConflictsInTheFormForTheReader(bool own)
    {
        var roomId = await fixture.NewRoomAsync();
        var booked = await fixture.Staff.Http.BookAsync(roomId, _ten, _ten.AddHours(1), "Secret board");
        var reader = own ? fixture.Staff : fixture.Other;

        var response = await reader.Http.PostAsJsonAsync(
            "/api/reservations/", new { room_id = roomId, start = _ten.AddMinutes(59), end = _ten.AddHours(2), purpose = "Seminar", attendees = 1 });

        var conflict = (await response.ProblemAsync(HttpStatusCode.Conflict)).GetProperty("conflicts").EnumerateArray().Single();
        conflict.GetProperty("id").GetInt32().Should().Be(booked.GetProperty("id").GetInt32());
        conflict.GetProperty("purpose").GetString().Should().Be(own ? "Secret board" : "Reserved");
        conflict.GetProperty("user").ValueKind.Should().Be(own ? System.Text.Json.JsonValueKind.Object : System.Text.Json.JsonValueKind.Null);
    }

    [Fact]
    public async Task Create_Closed_Is409WithoutConflicts()
    {
        var roomId = await fixture.NewRoomAsync();
        await fixture.App.AddBlackoutAsync(roomId, _ten, _ten.AddHours(1));

        var response = await fixture.Staff.Http.PostAsJsonAsync(
            "/api/reservations/", new { room_id = roomId, start = _ten, end = _ten.AddHours(1), purpose = "Seminar", attendees = 1 });

        var problem = await response.ProblemAsync(HttpStatusCode.Conflict);
        problem.GetProperty("conflicts").GetArrayLength().Should().Be(0);
        problem.GetProperty("detail").GetString().Should().Contain("closed");
    }

    [Fact]
    public async Task Create_32AtOnceForOneSlot_OneWins()
    {
        var roomId = await fixture.NewRoomAsync();
        var clients = new[] { fixture.Staff, fixture.Other };

        var responses = await Task.WhenAll(Enumerable.Range(0, 32).Select(index => Task.Run(() => clients[index % 2].Http.PostAsJsonAsync(
            "/api/reservations/",
            new { room_id = roomId, start = _ten.AddMinutes(index % 3), end = _ten.AddHours(1), purpose = $"Race {index}", attendees = 1 }))));

        responses.Count(response => response.StatusCode == HttpStatusCode.Created).Should().Be(1);
        responses.Count(response => response.StatusCode == HttpStatusCode.Conflict).Should().Be(31);
        (await fixture.Anonymous.GetJsonAsync($"/api/reservations/?room_id={roomId}")).GetProperty("count").GetInt32().Should().Be(1);
    }

    [Fact]
    public async Task Update_OwnReservation_ChangesWhatIsNamed()
    {
        var roomId = await fixture.NewRoomAsync();
        var otherRoomId = await fixture.NewRoomAsync();
        var id = (await fixture.Staff.Http.BookAsync(roomId, _ten, _ten.AddHours(1))).GetProperty("id").GetInt32();

        var response = await fixture.Staff.Http.PatchAsJsonAsync(
            $"/api/reservations/{id}", new { roomId = otherRoomId, end = _ten.AddHours(2), purpose = "Lecture", attendees = "", contactPhone = "123" });

        response.StatusCode.Should().Be(HttpStatusCode.OK, await response.Content.ReadAsStringAsync());
        var changed = await response.JsonAsync();
        changed.GetProperty("room_id").GetInt32().Should().Be(otherRoomId);
        changed.GetProperty("start_time").GetString().Should().Be("10:00");
        changed.GetProperty("end_time").GetString().Should().Be("12:00");
        changed.GetProperty("purpose").GetString().Should().Be("Lecture");
        changed.GetProperty("attendees").GetInt32().Should().Be(5);
        var free = await fixture.Anonymous.GetJsonAsync($"/api/rooms/{roomId}/status/");
        free.GetProperty("reservations_today").GetInt32().Should().Be(0);
        (await fixture.Anonymous.GetJsonAsync($"/api/rooms/{otherRoomId}/status/")).GetProperty("reservations_today").GetInt32().Should().Be(1);
    }

    [Fact]
    public async Task Update_ReadAndSentBackWithAnotherStart_TakesTheAbsoluteTimes()
    {
        var roomId = await fixture.NewRoomAsync();
        var booked = await fixture.Staff.Http.BookAsync(roomId, _ten, _ten.AddHours(1));
        var body = booked.GetRawText().Replace("2026-11-23T10:00:00Z", "2026-11-23T10:30:00Z", StringComparison.Ordinal);

        var response = await fixture.Staff.Http.PatchAsync(
            $"/api/reservations/{booked.GetProperty("id").GetInt32()}/", new StringContent(body, System.Text.Encoding.UTF8, "application/json"));

        (await response.JsonAsync()).GetProperty("start_time").GetString().Should().Be("10:30");
    }

    [Fact]
    public async Task Change_ForeignReservation_Is403AndNothingChanges()
    {
        var roomId = await fixture.NewRoomAsync();
        var id = (await fixture.Staff.Http.BookAsync(roomId, _ten, _ten.AddHours(1))).GetProperty("id").GetInt32();

        await (await fixture.Other.Http.PatchAsJsonAsync($"/api/reservations/{id}/", new { attendees = 2 })).ProblemAsync(HttpStatusCode.Forbidden);
        await (await fixture.Other.Http.PostAsync($"/api/reservations/{id}/cancel/", null)).ProblemAsync(HttpStatusCode.Forbidden);
        await (await fixture.Other.Http.DeleteAsync($"/api/reservations/{id}/")).ProblemAsync(HttpStatusCode.Forbidden);

        var reservation = await fixture.Administrator.Http.GetJsonAsync($"/api/reservations/{id}/");
        reservation.GetProperty("status").GetString().Should().Be("confirmed");
        reservation.GetProperty("attendees").GetInt32().Should().Be(5);
    }

    [Fact]
    public async Task Cancel_Twice_Is200Then409()
    {
        var roomId = await fixture.NewRoomAsync();
        var id = (await fixture.Staff.Http.BookAsync(roomId, _ten, _ten.AddHours(1))).GetProperty("id").GetInt32();

        var cancelled = await fixture.Staff.Http.PostAsync($"/api/reservations/{id}/cancel", null);

        cancelled.StatusCode.Should().Be(HttpStatusCode.OK);
        (await cancelled.JsonAsync()).GetProperty("status").GetString().Should().Be("cancelled");
        await (await fixture.Staff.Http.PostAsync($"/api/reservations/{id}/cancel/", null)).ProblemAsync(HttpStatusCode.Conflict);
        await (await fixture.Administrator.Http.PostAsync($"/api/reservations/{id}/confirm/", null)).ProblemAsync(HttpStatusCode.Conflict);
        await (await fixture.Staff.Http.PatchAsJsonAsync($"/api/reservations/{id}/", new { attendees = 2 })).ProblemAsync(HttpStatusCode.Conflict);
    }

    [Fact]
    public async Task Delete_ByAdministrator_Is204ThenGone()
    {
        var roomId = await fixture.NewRoomAsync();
        var id = (await fixture.Staff.Http.BookAsync(roomId, ApiFixture.Now, _ten)).GetProperty("id").GetInt32();

        var response = await fixture.Administrator.Http.DeleteAsync($"/api/reservations/{id}");

        response.StatusCode.Should().Be(HttpStatusCode.NoContent);
        await (await fixture.Anonymous.GetAsync($"/api/reservations/{id}/")).ProblemAsync(HttpStatusCode.NotFound);
        (await fixture.Anonymous.GetJsonAsync($"/api/rooms/{roomId}/status/")).GetProperty("is_occupied").GetBoolean().Should().BeFalse();
        await (await fixture.Administrator.Http.DeleteAsync($"/api/reservations/{id}/")).ProblemAsync(HttpStatusCode.NotFound);
    }
}
