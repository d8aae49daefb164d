using System.Net;
using System.Text.Json;
using RoomMonitor.Domain.Rooms;
using RoomMonitor.Tests.Support;

namespace RoomMonitor.Tests.Api;

public sealed class ScheduleEndpointTests(ApiFixture fixture) : IClassFixture<ApiFixture>
{
    [Fact]
    public async Task Get_Room_TellsTodayFromItsBeginningAndADayAhead()
    {
        var room = await fixture.NewRoomAsync();
        var (now, today) = (ApiFixture.Now, ApiFixture.Now.Date);
        await fixture.App.AddBlackoutAsync(room, today.AddHours(6), today.AddHours(7));
        var running = await fixture.Staff.Http.BookAsync(room, now, now.AddHours(1));
        await fixture.Staff.Http.BookAsync(room, now.AddHours(23), now.AddHours(24));
        await fixture.Staff.Http.BookAsync(room, now.AddHours(26), now.AddHours(27));

        var schedule = await fixture.Anonymous.GetJsonAsync($"/api/rooms/{room}/schedule");

        schedule.GetProperty("room_id").GetInt32().Should().Be(room);
        schedule.GetProperty("from").GetDateTime().Should().Be(today);
        schedule.GetProperty("until").GetDateTime().Should().Be(now.AddHours(25));
        schedule.GetProperty("timestamp").GetDateTime().Should().Be(now);
        var slots = schedule.GetProperty("slots").EnumerateArray().ToList();
        slots.Select(slot => slot.GetProperty("start").GetDateTime()).Should().Equal(today.AddHours(6), now, now.AddHours(23));
        slots.Select(slot => slot.GetProperty("kind").GetString()).Should().Equal("closure", "reservation", "reservation");
        slots.Select(slot => slot.GetProperty("status").GetString()).Should().Equal(null, "confirmed", "confirmed");
        slots[0].GetProperty("reservation_id").ValueKind.Should().Be(JsonValueKind.Null);
        slots[1].GetProperty("reservation_id").GetInt32().Should().Be(running.GetProperty("id").GetInt32());
    }

    [Fact]
    public async Task Get_ChainsOverBothEnds_AreToldWhole()
    {
        var room = await fixture.NewRoomAsync();
        var (now, today) = (ApiFixture.Now, ApiFixture.Now.Date);
        await fixture.App.AddBlackoutAsync(room, today.AddHours(-5), today.AddHours(-2));
        await fixture.App.AddBlackoutAsync(room, today.AddHours(-2), today);
        await fixture.App.AddBlackoutAsync(room, today, today.AddHours(1));
        await fixture.App.AddBlackoutAsync(room, now.AddHours(24), now.AddHours(26));
        await fixture.App.AddBlackoutAsync(room, now.AddHours(26), now.AddHours(30));
        await fixture.App.AddBlackoutAsync(room, now.AddHours(31), now.AddHours(32));

        var schedule = await fixture.Anonymous.GetJsonAsync($"/api/rooms/{room}/schedule/");

        schedule.GetProperty("until").GetDateTime().Should().Be(now.AddHours(25));
        schedule.GetProperty("slots").EnumerateArray().Select(slot => slot.GetProperty("end").GetDateTime())
            .Should().EndWith([now.AddHours(26), now.AddHours(30)]);
        schedule.GetProperty("from").GetDateTime().Should().BeOnOrBefore(today);
    }

    [Fact]
    public async Task Get_Anybody_LearnsNothingOfPeople()
    {
        var room = await fixture.NewRoomAsync();
        await fixture.Staff.Http.BookAsync(room, ApiFixture.Now, ApiFixture.Now.AddHours(1));

        foreach (var client in new[] { fixture.Anonymous, fixture.Administrator.Http })
        {
            var slot = (await client.GetJsonAsync($"/api/rooms/{room}/schedule/")).GetProperty("slots")[0];

            slot.EnumerateObject().Select(field => field.Name).Should().BeEquivalentTo("start", "end", "kind", "status", "attendees", "reservation_id");
        }
    }

    [Fact]
    public async Task Get_IfNoneMatch_Is304UntilSomethingChanges()
    {
        var room = await fixture.NewRoomAsync();
        var address = $"/api/rooms/{room}/schedule/";
        var tag = (await fixture.Anonymous.GetAsync(address)).Headers.ETag!;

        (await SendAsync()).Should().Be(HttpStatusCode.NotModified);
        await fixture.Staff.Http.BookAsync(room, ApiFixture.Now.AddHours(1), ApiFixture.Now.AddHours(2));

        (await SendAsync()).Should().Be(HttpStatusCode.OK);

        async Task<HttpStatusCode> SendAsync()
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, address);
            request.Headers.IfNoneMatch.Add(tag);
            return (await fixture.Anonymous.SendAsync(request)).StatusCode;
        }
    }

    [Fact]
    public async Task Get_BuildingAndFloor_LetMatchingRoomsThrough()
    {
        await fixture.App.AddRoomsAsync(
            new Room { Code = "s1", Name = "s1", Building = "Schedules", Floor = 1 },
            new Room { Code = "s2", Name = "s2", Building = "Schedules", Floor = 2 });

        (await NamesAsync("?building=schedules")).Should().Equal("s1", "s2");
        (await NamesAsync("?building=Schedules&floor=2")).Should().Equal("s2");
        (await NamesAsync("?building=Nowhere")).Should().BeEmpty();
        (await NamesAsync("")).Should().Contain(["s1", "s2"]);
        await (await fixture.Anonymous.GetAsync("/api/rooms/schedule/?floor=ground")).RefusalOfAsync("floor");

        async Task<IEnumerable<string?>> NamesAsync(string query) =>
            (await fixture.Anonymous.GetJsonAsync($"/api/rooms/schedule{query}")).EnumerateArray().Select(room => room.GetProperty("room_name").GetString());
    }

    [Fact]
    public async Task Get_UnknownRoom_Is404() =>
        await (await fixture.Anonymous.GetAsync("/api/rooms/987654/schedule/")).ProblemAsync(HttpStatusCode.NotFound);

    [Theory]
    [InlineData("/kiosk/rooms/987654")]
    [InlineData("/kiosk/overview?building=Nowhere")]
    [InlineData("/kiosk/free?building=Nowhere")]
    public async Task Screen_OfNothing_Is404(string path) => (await fixture.Anonymous.GetAsync(path)).StatusCode.Should().Be(HttpStatusCode.NotFound);

    [Fact]
    public async Task Screen_Page_IsStaticAndNeverKept()
    {
        var room = await fixture.NewRoomAsync();

        using var answer = await fixture.Anonymous.GetAsync($"/kiosk/rooms/{room}?lang=de&theme=dark");

        var page = await answer.Content.ReadAsStringAsync();
        answer.Headers.CacheControl!.NoStore.Should().BeTrue();
        page.Should().Contain("lang=\"de-DE\"").And.Contain("data-theme=\"dark\"").And.Contain("Frei");
        page.Should().NotContain("blazor.web.js").And.NotContain("MudBlazor");
    }
}
