using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using RoomMonitor.Tests.Support;

namespace RoomMonitor.Tests.Kiosks;

/// <summary>The acts at the door over HTTP.</summary>
public sealed class KioskActsTests(KioskFixture kiosks) : IClassFixture<KioskFixture>
{
    [Fact]
    public async Task Book_FreeRoom_IsCreatedAndTheRoomIsHeld()
    {
        var roomId = await kiosks.NewRoomAsync();
        var (_, screen) = await kiosks.PairAsync(roomId);

        var reservation = await KioskFixture.OkAsync(KioskFixture.BookAsync(screen, roomId, 45), HttpStatusCode.Created);

        reservation.GetProperty("end").GetDateTime().Should().Be(KioskFixture.Now.AddMinutes(45));
        reservation.GetProperty("purpose").GetString().Should().Be("Reserved", "this screen may not show more");
        var status = await kiosks.Staff.Http.GetJsonAsync($"/api/rooms/{roomId}/status/");
        status.GetProperty("occupancy_status").GetString().Should().Be("occupied");
    }

    [Fact]
    public async Task Book_ScreenWithDetailsInGerman_SaysSoInGerman()
    {
        var roomId = await kiosks.NewRoomAsync();
        var (_, screen) = await kiosks.PairAsync(roomId, showsDetails: true);
        screen.DefaultRequestHeaders.AcceptLanguage.ParseAdd("de-CH");

        var reservation = await KioskFixture.OkAsync(KioskFixture.BookAsync(screen, roomId), HttpStatusCode.Created);

        reservation.GetProperty("purpose").GetString().Should().Be("An der Tür gebucht");
    }

    [Fact]
    public async Task Book_SameKeyTwice_BooksOnce()
    {
        var roomId = await kiosks.NewRoomAsync();
        var (_, screen) = await kiosks.PairAsync(roomId);
        var key = Guid.NewGuid();

        var first = await KioskFixture.OkAsync(KioskFixture.BookAsync(screen, roomId, key: key), HttpStatusCode.Created);
        var second = await KioskFixture.OkAsync(KioskFixture.BookAsync(screen, roomId, key: key), HttpStatusCode.Created);

        second.GetProperty("id").GetInt32().Should().Be(first.GetProperty("id").GetInt32());
        await (await KioskFixture.BookAsync(screen, roomId, 60, key)).ProblemAsync(HttpStatusCode.UnprocessableEntity);
    }

    [Fact]
    public async Task Book_HeldRoom_TellsTheConflictsAnonymously()
    {
        var roomId = await kiosks.NewRoomAsync();
        var held = await kiosks.ReserveAsync(roomId, 0, 60);
        var (_, screen) = await kiosks.PairAsync(roomId);

        var problem = await (await KioskFixture.BookAsync(screen, roomId)).ProblemAsync(HttpStatusCode.Conflict);

        var conflict = problem.GetProperty("conflicts").EnumerateArray().Should().ContainSingle().Subject;
        conflict.GetProperty("id").GetInt32().Should().Be(held);
        conflict.GetProperty("user").ValueKind.Should().Be(JsonValueKind.Null);
    }

    [Theory]
    [InlineData("book/", """{"minutes":30,"key":"8e03978e-40d5-43e8-bc93-6894a57f9324"}""", "room_id")]
    [InlineData("book/", """{"room_id":1,"minutes":20,"key":"8e03978e-40d5-43e8-bc93-6894a57f9324"}""", "minutes")]
    [InlineData("book/", """{"room_id":1,"minutes":30,"key":"mine"}""", "key")]
    [InlineData("book/", """{"room_id":1,"minutes":30}""", "key")]
    [InlineData("extend/", """{"reservation_id":1,"minutes":45}""", "minutes")]
    [InlineData("extend/", """{"minutes":15}""", "reservation_id")]
    [InlineData("end/", "{}", "reservation_id")]
    [InlineData("check-in/", """{"reservation_id":"x"}""", "reservation_id")]
    [InlineData("report/", """{"connection":"fine"}""", "connection")]
    [InlineData("report/", """{"connection":"live","width":-1}""", "width")]
    [InlineData("report/", """{"connection":"live","freshness_ms":["x"]}""", "freshness_ms")]
    public async Task Body_Impossible_NamesTheField(string act, string body, string field)
    {
        var (_, screen) = await kiosks.PairAsync(await kiosks.NewRoomAsync());

        await (await screen.PostTextAsync($"/kiosk/device/{act}", body)).RefusalOfAsync(field);
    }

    [Fact]
    public async Task CheckInExtendEnd_SomebodysReservation_AreDone()
    {
        var roomId = await kiosks.NewRoomAsync();
        var id = await kiosks.ReserveAsync(roomId, 0, 30);
        var (_, screen) = await kiosks.PairAsync(roomId);

        var checkedIn = await KioskFixture.OkAsync(screen.PostAsJsonAsync("/kiosk/device/check-in/", new { reservation_id = id }));
        var extended = await KioskFixture.OkAsync(screen.PostAsJsonAsync("/kiosk/device/extend/", new { reservation_id = id, minutes = 15 }));
        var ended = await KioskFixture.OkAsync(screen.PostAsJsonAsync("/kiosk/device/end/", new { reservation_id = id }));

        checkedIn.GetProperty("checked_in_at").GetDateTime().Should().Be(KioskFixture.Now);
        extended.GetProperty("end").GetDateTime().Should().Be(KioskFixture.Now.AddMinutes(45));
        ended.GetProperty("status").GetString().Should().Be("cancelled", "it began in this very minute");
        await (await screen.PostAsJsonAsync("/kiosk/device/end/", new { reservation_id = id })).ProblemAsync(HttpStatusCode.Conflict);
        await (await screen.PostAsJsonAsync("/kiosk/device/end/", new { reservation_id = 987654 })).ProblemAsync(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Acts_OfAnotherRoom_AreForbidden()
    {
        var (own, other) = (await kiosks.NewRoomAsync(), await kiosks.NewRoomAsync());
        var id = await kiosks.ReserveAsync(other, 0, 30);
        var (_, screen) = await kiosks.PairAsync(own);

        await RefusesAsync(screen, other, id, HttpStatusCode.Forbidden);
        await (await screen.GetAsync($"/kiosk/device/schedule/?room_id={other}")).ProblemAsync(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Acts_ScreenThatOnlyShowsOrRoomThatIsApproved_AreForbidden()
    {
        var (shown, approved) = (await kiosks.NewRoomAsync(), await kiosks.NewRoomAsync(requiresApproval: true));
        var (only, guarded) = (await kiosks.ReserveAsync(shown, 0, 30), await kiosks.ReserveAsync(approved, 0, 30));
        var (_, showing) = await kiosks.PairAsync(shown, mayBook: false);
        var (_, guarding) = await kiosks.PairAsync(approved);

        await RefusesAsync(showing, shown, only, HttpStatusCode.Forbidden);
        await RefusesAsync(guarding, approved, guarded, HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Acts_WithoutTokenOrRevoked_AreUnauthorized()
    {
        var roomId = await kiosks.NewRoomAsync();
        var id = await kiosks.ReserveAsync(roomId, 0, 30);
        using var nobody = kiosks.CreateBrowser();
        var (deviceId, revoked) = await kiosks.PairAsync(roomId);
        await kiosks.Registry.RevokeAsync(deviceId, KioskFixture.Administrator, default);

        foreach (var client in new[] { nobody, revoked, kiosks.Staff.Http })
        {
            await RefusesAsync(client, roomId, id, HttpStatusCode.Unauthorized);
            await (await client.GetAsync("/kiosk/device/")).ProblemAsync(HttpStatusCode.Unauthorized);
            await (await client.GetAsync($"/kiosk/device/schedule/?room_id={roomId}")).ProblemAsync(HttpStatusCode.Unauthorized);
            await (await client.GetAsync("/kiosk/device/events/")).ProblemAsync(HttpStatusCode.Unauthorized);
            await (await client.PostTextAsync("/kiosk/device/report/", """{"connection":"live"}""")).ProblemAsync(HttpStatusCode.Unauthorized);
        }
    }

    [Fact]
    public async Task Acts_WithAUsersCookieOnly_AreUnauthorized()
    {
        await kiosks.App.AddUserAsync("cookie@test.local", "Administrator");
        using var browser = kiosks.App.CreateBrowser();
        (await browser.SignInByFormAsync("cookie@test.local")).StatusCode.Should().Be(HttpStatusCode.Found);

        (await browser.GetAsync("/account")).StatusCode.Should().Be(HttpStatusCode.OK, "the cookie itself counts");
        await (await browser.GetAsync("/kiosk/device/")).ProblemAsync(HttpStatusCode.Unauthorized);
        await (await KioskFixture.BookAsync(browser, await kiosks.NewRoomAsync())).ProblemAsync(HttpStatusCode.Unauthorized);
    }

    [Theory]
    [InlineData("Sec-Fetch-Site", "cross-site")]
    [InlineData("Sec-Fetch-Site", "same-site")]
    [InlineData("Sec-Fetch-Site", "none")]
    [InlineData("Origin", "https://elsewhere.example")]
    [InlineData("Origin", "null")]
    public async Task Acts_FromAnotherPage_AreForbiddenThoughTheTokenIsThere(string header, string value)
    {
        var roomId = await kiosks.NewRoomAsync();
        var id = await kiosks.ReserveAsync(roomId, 0, 30);
        var (_, screen) = await kiosks.PairAsync(roomId);
        screen.DefaultRequestHeaders.Add(header, value);

        await RefusesAsync(screen, roomId, id, HttpStatusCode.Forbidden);
    }

    [Theory]
    [InlineData("Sec-Fetch-Site", "same-origin")]
    [InlineData("Origin", "https://localhost")]
    public async Task Acts_FromOwnPage_AreDone(string header, string value)
    {
        var roomId = await kiosks.NewRoomAsync();
        var (_, screen) = await kiosks.PairAsync(roomId);
        screen.DefaultRequestHeaders.Add(header, value);

        await KioskFixture.OkAsync(KioskFixture.BookAsync(screen, roomId), HttpStatusCode.Created);
    }

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData(null)]
    public async Task Acts_NotJson_AreRefused(string? contentType)
    {
        var roomId = await kiosks.NewRoomAsync();
        var (_, screen) = await kiosks.PairAsync(roomId);
        var body = new ByteArrayContent(JsonSerializer.SerializeToUtf8Bytes(new { room_id = roomId, minutes = 30, key = Guid.NewGuid() }));
        if (contentType is not null)
        {
            body.Headers.Add("Content-Type", contentType);
        }

        await (await screen.PostAsync("/kiosk/device/book/", body)).ProblemAsync(HttpStatusCode.UnsupportedMediaType);
    }

    [Fact]
    public async Task Acts_TooMany_AreRefusedForThatScreenOnly()
    {
        await using var app = new RoomMonitorApp().With("RateLimits:KioskActsPerMinute", "3");
        var registry = (RoomMonitor.Web.Kiosks.Devices.KioskRegistry)app.Services.GetService(typeof(RoomMonitor.Web.Kiosks.Devices.KioskRegistry))!;
        var room = await app.AddRoomAsync();
        var screens = new List<HttpClient>();
        for (var number = 0; number < 2; number++)
        {
            var draft = new RoomMonitor.Data.Kiosks.KioskDraft("Door", RoomMonitor.Data.Kiosks.KioskKind.Room, room.Id, null, null, false, true);
            var (_, code) = await registry.RegisterAsync(draft, KioskFixture.Administrator, default);
            var screen = app.CreateBrowser();
            await screen.PostAsync($"/kiosk/pair/{code}", null);
            screens.Add(screen);
        }

        for (var time = 0; time < 3; time++)
        {
            await (await screens[0].PostTextAsync("/kiosk/device/end/", "{}")).RefusalOfAsync("reservation_id");
        }

        var refused = await screens[0].PostTextAsync("/kiosk/device/end/", "{}");
        await refused.ProblemAsync(HttpStatusCode.TooManyRequests);
        refused.Headers.RetryAfter.Should().NotBeNull();
        await (await screens[1].PostTextAsync("/kiosk/device/end/", "{}")).RefusalOfAsync("reservation_id");
        (await screens[0].PostTextAsync("/kiosk/device/report/", """{"connection":"live"}""")).StatusCode.Should().Be(HttpStatusCode.NoContent);
    }

    private static async Task RefusesAsync(HttpClient screen, int roomId, int reservationId, HttpStatusCode status)
    {
        await (await KioskFixture.BookAsync(screen, roomId)).ProblemAsync(status);
        await (await screen.PostAsJsonAsync("/kiosk/device/check-in/", new { reservation_id = reservationId })).ProblemAsync(status);
        await (await screen.PostAsJsonAsync("/kiosk/device/extend/", new { reservation_id = reservationId, minutes = 15 })).ProblemAsync(status);
        await (await screen.PostAsJsonAsync("/kiosk/device/end/", new { reservation_id = reservationId })).ProblemAsync(status);
    }
}
