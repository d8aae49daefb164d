using System.Net;
using RoomMonitor.Data.Kiosks;
using RoomMonitor.Tests.Support;
using RoomMonitor.Web.Kiosks.Devices;

namespace RoomMonitor.Tests.Kiosks;

/// <summary>What a screen asks and tells about itself.</summary>
public sealed class KioskDeviceTests(KioskFixture kiosks) : IClassFixture<KioskFixture>
{
    [Fact]
    public async Task Device_Registered_IsToldWhatItIs()
    {
        var roomId = await kiosks.NewRoomAsync();
        var (id, screen) = await kiosks.PairAsync(roomId);

        var device = await screen.GetJsonAsync("/kiosk/device/");

        device.GetProperty("id").GetInt32().Should().Be(id);
        device.GetProperty("kind").GetString().Should().Be("room");
        device.GetProperty("room_ids").EnumerateArray().Select(room => room.GetInt32()).Should().Equal(roomId);
        device.GetProperty("may_book").GetBoolean().Should().BeTrue();
        device.GetProperty("shows_details").GetBoolean().Should().BeFalse();
        device.GetProperty("zone").GetString().Should().Be("Europe/Lisbon");
    }

    [Fact]
    public async Task Device_Overview_HasTheRoomsOfItsBuilding()
    {
        var roomId = await kiosks.NewRoomAsync();
        var here = await kiosks.Registry.RegisterAsync(
            new KioskDraft("Hall", KioskKind.Overview, null, "main", 1, ShowsDetails: false, MayBook: false), KioskFixture.Administrator, default);
        var elsewhere = await kiosks.Registry.RegisterAsync(
            new KioskDraft("Cellar", KioskKind.Overview, null, "Main", -1, ShowsDetails: false, MayBook: false), KioskFixture.Administrator, default);
        using var hall = kiosks.CreateBrowser();
        using var cellar = kiosks.CreateBrowser();
        await hall.PostAsync($"/kiosk/pair/{here.Code}", null);
        await cellar.PostAsync($"/kiosk/pair/{elsewhere.Code}", null);

        (await hall.GetJsonAsync("/kiosk/device/")).GetProperty("room_ids").EnumerateArray().Select(room => room.GetInt32()).Should().Contain(roomId);
        (await cellar.GetJsonAsync("/kiosk/device/")).GetProperty("room_ids").EnumerateArray().Should().BeEmpty();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Schedule_PurposeAndOrganiser_OnlyWhereItMayShowThem(bool showsDetails)
    {
        var roomId = await kiosks.NewRoomAsync();
        await kiosks.ReserveAsync(roomId, 0, 30);
        var (_, screen) = await kiosks.PairAsync(roomId, showsDetails);

        var schedule = await screen.GetJsonAsync($"/kiosk/device/schedule/?room_id={roomId}");

        var slot = schedule.GetProperty("slots").EnumerateArray().Should().ContainSingle().Subject;
        slot.GetProperty("kind").GetString().Should().Be("reservation");
        if (showsDetails)
        {
            slot.GetProperty("purpose").GetString().Should().Be("Seminar");
            slot.GetProperty("organiser").GetString().Should().Be("staff@test.local");
        }
        else
        {
            slot.Fields().Should().NotContain(["purpose", "organiser"]);
        }
    }

    [Fact]
    public async Task Schedule_SomebodyCame_IsTold()
    {
        var roomId = await kiosks.NewRoomAsync();
        var id = await kiosks.ReserveAsync(roomId, 10, 30);
        var (_, screen) = await kiosks.PairAsync(roomId);
        (await CheckedInAsync()).Should().BeFalse();

        await KioskFixture.OkAsync(screen.PostTextAsync("/kiosk/device/check-in/", $$"""{"reservation_id":{{id}}}"""));

        (await CheckedInAsync()).Should().BeTrue();

        async Task<bool> CheckedInAsync() =>
            (await screen.GetJsonAsync($"/kiosk/device/schedule/?room_id={roomId}")).GetProperty("slots")[0].GetProperty("checked_in").GetBoolean();
    }

    [Fact]
    public async Task Schedule_WithoutARoom_NamesTheField()
    {
        var (_, screen) = await kiosks.PairAsync(await kiosks.NewRoomAsync());

        await (await screen.GetAsync("/kiosk/device/schedule/")).RefusalOfAsync("room_id");
    }

    [Fact]
    public async Task Report_Arrives_IsInTheFleetAndRenewsTheCookie()
    {
        var (id, screen) = await kiosks.PairAsync(await kiosks.NewRoomAsync());

        var response = await screen.PostTextAsync("/kiosk/device/report/", """
            {"page":"/kiosk/rooms/1","version":"1.2","width":1280,"height":800,"skew_ms":-1500,"data_age_ms":2500,"connection":"live","freshness_ms":[40,-1,99999999],"unseen":2}
            """);

        response.StatusCode.Should().Be(HttpStatusCode.NoContent);
        response.Headers.GetValues("Set-Cookie").Should().ContainSingle(cookie => cookie.StartsWith("roommonitor-kiosk=", StringComparison.Ordinal));
        var known = kiosks.Fleet.Screens.Single(one => one.Id == id);
        known.Report.Should().BeEquivalentTo(new
        {
            Page = "/kiosk/rooms/1",
            Version = "1.2",
            Width = 1280,
            Height = 800,
            SkewMilliseconds = -1500,
            DataAgeMilliseconds = 2500,
            Unseen = 2,
        });
        known.Report!.FreshnessMilliseconds.Should().Equal(40, 0, 3_600_000);
        known.StateAt(kiosks.Time.GetUtcNow().UtcDateTime, TimeSpan.FromMinutes(5)).Should().Be(KioskState.Live);
    }

    [Fact]
    public async Task Events_IdentifyReloadRevoke_ArriveAndTheStreamEnds()
    {
        var (id, screen) = await kiosks.PairAsync(await kiosks.NewRoomAsync());
        using var response = await screen.GetAsync("/kiosk/device/events/", HttpCompletionOption.ResponseHeadersRead);
        response.Content.Headers.ContentType!.MediaType.Should().Be("text/event-stream");
        using var reader = new StreamReader(await response.Content.ReadAsStreamAsync());
        (await reader.ReadLineAsync()).Should().StartWith("retry: ");
        (await reader.ReadLineAsync()).Should().BeEmpty();
        (await reader.ReadLineAsync()).Should().Be("event: placed");
        (await reader.ReadLineAsync()).Should().StartWith("data: {\"page\":\"kiosk/rooms/");
        var device = kiosks.Fleet.Screens.Single(one => one.Id == id).Device;

        kiosks.Registry.Identify(device, KioskFixture.Administrator).Should().BeTrue();
        kiosks.Registry.Reload(device, KioskFixture.Administrator).Should().BeTrue();
        await kiosks.Registry.RevokeAsync(id, KioskFixture.Administrator, default);

        var text = await reader.ReadToEndAsync();
        text.Trim().Should().Be($$"""
            event: identify
            data: {"name":"{{device.Name}}","seconds":15}

            event: reload
            data: {}

            event: revoked
            data: {}
            """);
        await (await screen.GetAsync("/kiosk/device/")).ProblemAsync(HttpStatusCode.Unauthorized);
        kiosks.Registry.Identify(device, KioskFixture.Administrator).Should().BeFalse();
    }

    [Fact]
    public async Task Events_NewLinkOpenedElsewhere_EndThoseOfTheScreenBefore()
    {
        var (id, screen) = await kiosks.PairAsync(await kiosks.NewRoomAsync());
        using var response = await screen.GetAsync("/kiosk/device/events/", HttpCompletionOption.ResponseHeadersRead);
        var (_, code) = await kiosks.Registry.InviteAsync(id, KioskFixture.Administrator, default);
        using var other = kiosks.CreateBrowser();

        await other.PostAsync($"/kiosk/pair/{code}", null);

        (await response.Content.ReadAsStringAsync()).Should().EndWith("event: revoked\ndata: {}\n\n");
        (await other.GetAsync("/kiosk/device/")).StatusCode.Should().Be(HttpStatusCode.OK);
        (await screen.GetAsync("/kiosk/device/")).StatusCode.Should().Be(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public void IdentifyAndReload_BySomebodyElse_AreRefused()
    {
        var device = KioskDevice.Register(new KioskDraft("Hall", KioskKind.Overview, null, null, null, false, false), "admin", KioskFixture.Now);
        var staff = new RoomMonitor.Data.Reservations.Caller(new RoomMonitor.Domain.Reservations.Actor(kiosks.Staff.UserId, "staff"), IsAdministrator: false);

        ((Action)(() => kiosks.Registry.Identify(device, staff))).Should().Throw<RoomMonitor.Data.Reservations.NotAllowedException>();
        ((Action)(() => kiosks.Registry.Reload(device, staff))).Should().Throw<RoomMonitor.Data.Reservations.NotAllowedException>();
    }

    [Fact]
    public async Task Token_GivenByAnotherServer_IsKnownHereToo()
    {
        var (_, screen) = await kiosks.PairAsync(await kiosks.NewRoomAsync());
        var service = (KioskService)kiosks.App.Services.GetService(typeof(KioskService))!;
        var (device, code) = await service.RegisterAsync(
            new KioskDraft("Elsewhere", KioskKind.Overview, null, null, null, false, false), KioskFixture.Administrator, default);
        var token = (await service.PairAsync(code, default))!.Token;
        kiosks.Fleet.FindByToken(KioskSecret.HashOf(token)).Should().BeNull();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/kiosk/device/") { Headers = { { "Cookie", $"roommonitor-kiosk={token}" } } };
        using var client = kiosks.App.CreateClient();

        var answer = await KioskFixture.OkAsync(client.SendAsync(request));

        answer.GetProperty("id").GetInt32().Should().Be(device.Id);
        screen.Dispose();
    }

    [Fact]
    public async Task Routes_Unknown_AnswerWithAProblem()
    {
        var (_, screen) = await kiosks.PairAsync(await kiosks.NewRoomAsync());

        await (await screen.GetAsync("/kiosk/device/nothing/")).ProblemAsync(HttpStatusCode.NotFound);
    }
}
