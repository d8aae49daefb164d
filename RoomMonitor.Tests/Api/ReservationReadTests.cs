using System.Net;
using System.Text.Json;
using RoomMonitor.Tests.Support;

namespace RoomMonitor.Tests.Api;

public sealed class ReservationReadTests(ApiFixture fixture) : IClassFixture<ApiFixture>
{
    private static readonly DateTime _ten = ApiFixture.Now.AddHours(1);

    [Fact]
    public async Task List_Pages_LinkToEachOtherAndKeepFilters()
    {
        var roomId = await fixture.NewRoomAsync();
        for (var hour = 0; hour < 5; hour++)
        {
            await fixture.Staff.Http.BookAsync(roomId, _ten.AddHours(4 - hour), _ten.AddHours(5 - hour));
        }

        var first = await fixture.Anonymous.GetJsonAsync($"/api/reservations?room_id={roomId}&page_size=2&status=confirmed");
        var second = await fixture.Anonymous.GetJsonAsync(first.GetProperty("next").GetString()!);
        var third = await fixture.Anonymous.GetJsonAsync(second.GetProperty("next").GetString()!);

        first.Fields().Should().BeEquivalentTo("count", "next", "previous", "results");
        first.GetProperty("count").GetInt32().Should().Be(5);
        first.GetProperty("previous").ValueKind.Should().Be(JsonValueKind.Null);
        first.GetProperty("next").GetString().Should().StartWith("http://localhost/api/reservations?").And.Contain("status=confirmed");
        third.GetProperty("next").ValueKind.Should().Be(JsonValueKind.Null);
        third.GetProperty("previous").GetString().Should().Contain("page=2").And.Contain($"room_id={roomId}");
        new[] { first, second, third }.SelectMany(page => page.GetProperty("results").EnumerateArray())
            .Select(reservation => reservation.GetProperty("start_time").GetString()).Should().Equal("10:00", "11:00", "12:00", "13:00", "14:00");
    }

    [Fact]
    public async Task List_PageSizeOver200_CountsAs200AndPageBehindTheLastIsEmpty()
    {
        var roomId = await fixture.NewRoomAsync();
        await fixture.Staff.Http.BookAsync(roomId, _ten, _ten.AddHours(1));

        var page = await fixture.Anonymous.GetJsonAsync($"/api/reservations/?room_id={roomId}&page_size=100000&page=7");

        page.GetProperty("count").GetInt32().Should().Be(1);
        page.GetProperty("results").GetArrayLength().Should().Be(0);
    }

    [Theory]
    [InlineData("from=2026-11-23T11:00:00Z", 1)] // what ends at that instant is over
    [InlineData("from=2026-11-23T10:59:59Z", 2)]
    [InlineData("to=2026-11-23T23:00:00Z", 1)] // what starts at that instant is not yet
    [InlineData("to=2026-11-23T23:00:01Z", 2)]
    [InlineData("from=2026-11-23T11:59:00+01:00&to=2026-11-23T12:00:00%2B01:00", 1)] // also with a plus that became a blank
    [InlineData("date=2026-11-23", 2)]
    [InlineData("date=2026-11-24", 1)]
    [InlineData("date=2026-11-25", 0)]
    [InlineData("date=2026-11-24&to=2026-11-24T00:00:00Z", 0)]
    [InlineData("status=cancelled", 0)]
    [InlineData("status=&date=&page=", 2)]
    [InlineData("mine=false", 2)]
    public async Task List_Filters_LetOverlapsThrough(string query, int expected)
    {
        var roomId = await fixture.NewRoomAsync();
        await fixture.Staff.Http.BookAsync(roomId, _ten, _ten.AddHours(1));
        await fixture.Staff.Http.BookAsync(roomId, _ten.AddHours(13), _ten.AddHours(15));

        var page = await fixture.Anonymous.GetJsonAsync($"/api/reservations/?room_id={roomId}&{query}");

        page.GetProperty("count").GetInt32().Should().Be(expected);
    }

    [Theory]
    [InlineData("page=0", "page")]
    [InlineData("page=two", "page")]
    [InlineData("page=2147483647", "page")]
    [InlineData("page_size=0", "page_size")]
    [InlineData("page_size=-5", "page_size")]
    [InlineData("page_size=many", "page_size")]
    [InlineData("room_id=main", "room_id")]
    [InlineData("date=tomorrow", "date")]
    [InlineData("from=2026-11-23T10:00:00", "from")]
    [InlineData("from=2026-11-23T10:00:00Z&to=2026-11-23T10:00:00Z", "to")]
    [InlineData("status=lost", "status")]
    [InlineData("status=0", "status")]
    [InlineData("mine=perhaps", "mine")]
    [InlineData("page=1&page=2", "page")]
    public async Task List_ImpossibleParameter_IsNamed(string query, string field)
    {
        await (await fixture.Anonymous.GetAsync($"/api/reservations/?{query}")).RefusalOfAsync(field);
    }

    [Fact]
    public async Task List_Mine_IsTheCallersOwnAndNeedsOne()
    {
        var roomId = await fixture.NewRoomAsync();
        await fixture.Staff.Http.BookAsync(roomId, _ten, _ten.AddHours(1));
        await fixture.Other.Http.BookAsync(roomId, _ten.AddHours(1), _ten.AddHours(2));

        var mine = await fixture.Staff.Http.GetJsonAsync($"/api/reservations/?mine=true&room_id={roomId}");
        var refused = await fixture.Anonymous.GetAsync("/api/reservations/?mine=true");

        mine.GetProperty("results").EnumerateArray().Single().GetProperty("user").GetProperty("id").GetInt32().Should().Be(fixture.Staff.UserId);
        await refused.ProblemAsync(HttpStatusCode.Unauthorized);
        refused.Headers.WwwAuthenticate.Single().Scheme.Should().Be("Bearer");
    }

    [Fact]
    public async Task Read_PurposeAndUser_OnlyForOwnerAndAdministrator()
    {
        var roomId = await fixture.NewRoomAsync();
        var id = (await fixture.Staff.Http.BookAsync(roomId, _ten, _ten.AddHours(1), "Secret board")).GetProperty("id").GetInt32();
        var readers = new[] { fixture.Anonymous, fixture.Other.Http, fixture.Staff.Http, fixture.Administrator.Http };

        var single = await Task.WhenAll(readers.Select(reader => reader.GetJsonAsync($"/api/reservations/{id}/")));
        var listed = await Task.WhenAll(readers.Select(reader => reader.GetJsonAsync($"/api/reservations/?room_id={roomId}")));

        string?[] expected = ["Reserved", "Reserved", "Secret board", "Secret board"];
        single.Select(reservation => reservation.GetProperty("purpose").GetString()).Should().Equal(expected);
        listed.Select(page => page.GetProperty("results")[0].GetProperty("purpose").GetString()).Should().Equal(expected);
        single.Select(reservation => reservation.GetProperty("user").ValueKind == JsonValueKind.Null).Should().Equal(true, true, false, false);
    }

    [Fact]
    public async Task OfUser_ThatUserAndAdministrator_LatestStartFirst()
    {
        var roomId = await fixture.NewRoomAsync();
        var reader = await fixture.App.SignInAsync("lists@test.local");
        await reader.Http.BookAsync(roomId, _ten, _ten.AddHours(1));
        await reader.Http.BookAsync(roomId, _ten.AddHours(2), _ten.AddHours(3));
        var address = $"/api/reservations/user/{reader.UserId}/";

        var own = await reader.Http.GetJsonAsync(address);
        var administrators = await fixture.Administrator.Http.GetJsonAsync(address);

        own.EnumerateArray().Select(reservation => reservation.GetProperty("start_time").GetString()).Should().Equal("12:00", "10:00");
        administrators.GetRawText().Should().Be(own.GetRawText());
        await (await fixture.Other.Http.GetAsync(address)).ProblemAsync(HttpStatusCode.Forbidden);
        await (await fixture.Anonymous.GetAsync(address)).ProblemAsync(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task Upcoming_OwnOnes_NextFirstWithCountdown()
    {
        var roomId = await fixture.NewRoomAsync();
        var reader = await fixture.App.SignInAsync("plans@test.local");
        await reader.Http.BookAsync(roomId, ApiFixture.Now.AddDays(2), ApiFixture.Now.AddDays(2).AddHours(1));
        await reader.Http.BookAsync(roomId, ApiFixture.Now.AddMinutes(125), ApiFixture.Now.AddMinutes(185));
        await reader.Http.BookAsync(roomId, ApiFixture.Now, _ten);
        var cancelled = await reader.Http.BookAsync(roomId, ApiFixture.Now.AddHours(8), ApiFixture.Now.AddHours(9));
        await reader.Http.PostAsync($"/api/reservations/{cancelled.GetProperty("id").GetInt32()}/cancel/", null);

        var upcoming = await reader.Http.GetJsonAsync("/api/reservations/upcoming/");

        upcoming.GetProperty("count").GetInt32().Should().Be(2);
        var next = upcoming.GetProperty("reservations")[0];
        next.GetProperty("time_until_start").GetInt32().Should().Be(125);
        next.GetProperty("countdown_text").GetString().Should().Be("in 2 h 5 min");
        next.GetProperty("purpose").GetString().Should().Be("Seminar");
        upcoming.GetProperty("reservations")[1].GetProperty("countdown_text").GetString().Should().Be("in 2 d 0 h");
        await (await fixture.Anonymous.GetAsync("/api/reservations/upcoming")).ProblemAsync(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task ActivityFeed_Administrator_NewestFirst()
    {
        var roomId = await fixture.NewRoomAsync();
        var booked = await fixture.Staff.Http.BookAsync(roomId, _ten, _ten.AddHours(1), "Secret board");
        await fixture.Staff.Http.PostAsync($"/api/reservations/{booked.GetProperty("id").GetInt32()}/cancel/", null);

        var feed = await fixture.Administrator.Http.GetJsonAsync("/api/activity/feed/?limit=100000");

        feed.GetProperty("count").GetInt32().Should().Be(feed.GetProperty("activities").GetArrayLength());
        var entries = feed.GetProperty("activities").EnumerateArray().Where(entry => entry.GetProperty("room_id").GetInt32() == roomId).ToList();
        entries.Select(entry => entry.GetProperty("action").GetString()).Should().Equal("reservation_cancelled", "reservation_created");
        entries[1].Fields().Should().BeEquivalentTo(
            "id", "action", "room_id", "room_name", "reservation_id", "user", "description", "created_at", "time_ago");
        entries[1].GetProperty("description").GetString().Should().Be(
            $"staff@test.local booked {entries[1].GetProperty("room_name").GetString()} for 23 Nov 2026, 10:00-11:00: Secret board");
        entries[1].GetProperty("time_ago").GetString().Should().Be("just now");
    }

    [Fact]
    public async Task ActivityFeed_Others_AreRefusedAndLimitIsChecked()
    {
        await (await fixture.Anonymous.GetAsync("/api/activity/feed/")).ProblemAsync(HttpStatusCode.Unauthorized);
        await (await fixture.Staff.Http.GetAsync("/api/activity/feed/")).ProblemAsync(HttpStatusCode.Forbidden);
        await (await fixture.Administrator.Http.GetAsync("/api/activity/feed?limit=0")).RefusalOfAsync("limit");
        (await fixture.Administrator.Http.GetJsonAsync("/api/activity/feed?limit=1")).GetProperty("count").GetInt32().Should().BeLessThanOrEqualTo(1);
    }
}
