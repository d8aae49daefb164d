using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using RoomMonitor.Data.Kiosks;
using RoomMonitor.Data.Reservations;
using RoomMonitor.Domain.Reservations;
using RoomMonitor.Tests.Support;
using RoomMonitor.Web.Kiosks.Devices;

namespace RoomMonitor.Tests.Kiosks;

/// <summary>A screen that shows a code and becomes what an administrator makes of it; and one that is given another room, name or right.</summary>
public sealed class KioskSetupTests(KioskFixture kiosks) : IClassFixture<KioskFixture>
{
    [Fact]
    public async Task Setup_CodeTyped_MakesTheScreenAndItsStartPageLeadsToItsRoom()
    {
        var room = await kiosks.NewRoomAsync();
        var screen = kiosks.CreateBrowser();
        (await screen.GetStringAsync("/kiosk")).Should().Contain("admin/kiosks");
        var offer = await KioskFixture.OkAsync(screen.PostAsJsonAsync("/kiosk/setup/", new { }), HttpStatusCode.Created);
        var secret = offer.GetProperty("secret").GetString();
        (await AskAsync(screen, secret)).ValueKind.Should().Be(JsonValueKind.Null);

        var invitation = await kiosks.RegisterAsync(room);
        kiosks.Registry.Give(offer.GetProperty("code").GetString()!.ToLowerInvariant(), invitation, KioskFixture.Administrator)
            .Should().Be(KioskCodeResult.Given);

        var link = (await AskAsync(screen, secret)).GetString();
        var paired = await screen.PostAsJsonAsync($"/{link}", new { });
        paired.Headers.Location.Should().Be($"/kiosk/rooms/{room}");
        (await screen.GetAsync("/kiosk")).Headers.Location.Should().Be($"/kiosk/rooms/{room}");
        (await screen.GetAsync("/kiosk/device/")).StatusCode.Should().Be(HttpStatusCode.OK);
        (await screen.PostAsJsonAsync($"/{link}", new { })).StatusCode.Should().Be(HttpStatusCode.Gone, "it serves once");
    }

    [Fact]
    public async Task Ask_SecretThatIsNone_IsGone()
    {
        var screen = kiosks.CreateBrowser();

        (await screen.PostAsJsonAsync("/kiosk/setup/ask/", new { secret = KioskSecret.New() })).StatusCode.Should().Be(HttpStatusCode.Gone);
        (await screen.PostAsJsonAsync("/kiosk/setup/ask/", new { secret = "x" })).StatusCode.Should().Be(HttpStatusCode.Gone);
        (await screen.PostAsJsonAsync("/kiosk/setup/ask/", new { })).StatusCode.Should().Be(HttpStatusCode.Gone);
    }

    [Fact]
    public async Task Setup_AskedByAnotherSite_IsRefused()
    {
        var screen = kiosks.CreateBrowser();
        using var request = new HttpRequestMessage(HttpMethod.Post, "/kiosk/setup/") { Content = JsonContent.Create(new { }) };
        request.Headers.Add("Sec-Fetch-Site", "cross-site");

        (await screen.SendAsync(request)).StatusCode.Should().Be(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Give_BySomebodyElse_IsRefused()
    {
        var invitation = await kiosks.RegisterAsync(await kiosks.NewRoomAsync());
        var staff = new Caller(new Actor(kiosks.Staff.UserId, "staff"), IsAdministrator: false);

        kiosks.Registry.Invoking(registry => registry.Give("ACDEFG", invitation, staff)).Should().Throw<NotAllowedException>();
        await kiosks.Registry.Awaiting(registry => registry.ChangeAsync(invitation.Device.Id, Door("Other", 1), staff, default))
            .Should().ThrowAsync<NotAllowedException>();
    }

    [Fact]
    public async Task Change_AnotherRoomAndName_MovesItsRightsAtOnceAndTellsItsPage()
    {
        var (before, after) = (await kiosks.NewRoomAsync(), await kiosks.NewRoomAsync());
        var (id, screen) = await kiosks.PairAsync(before);
        using var response = await screen.GetAsync("/kiosk/device/events/", HttpCompletionOption.ResponseHeadersRead);
        using var reader = new StreamReader(await response.Content.ReadAsStreamAsync());
        var first = await PlacedAsync(reader);
        first.GetProperty("page").GetString().Should().Be($"kiosk/rooms/{before}");
        (await screen.GetStringAsync($"/kiosk/rooms/{before}"))
            .Should().Contain(JsonEncodedText.Encode(first.GetProperty("stamp").GetString()!).ToString());

        await kiosks.Registry.ChangeAsync(id, Door("Door that moved", after), KioskFixture.Administrator, default);

        var placed = await PlacedAsync(reader);
        placed.GetProperty("page").GetString().Should().Be($"kiosk/rooms/{after}");
        placed.GetProperty("stamp").GetString().Should().NotBe(first.GetProperty("stamp").GetString());
        var device = await screen.GetJsonAsync("/kiosk/device/");
        device.GetProperty("name").GetString().Should().Be("Door that moved");
        (await KioskFixture.BookAsync(screen, before)).StatusCode.Should().Be(HttpStatusCode.Forbidden);
        (await KioskFixture.BookAsync(screen, after)).StatusCode.Should().Be(HttpStatusCode.Created);
        (await screen.GetAsync("/kiosk")).Headers.Location.Should().Be($"/kiosk/rooms/{after}");
    }

    [Fact]
    public async Task Change_RightTaken_CountsAtOnceAndAnotherKindIsPossible()
    {
        var room = await kiosks.NewRoomAsync();
        var (id, screen) = await kiosks.PairAsync(room);

        await kiosks.Registry.ChangeAsync(id, Door("Door", room) with { MayBook = false }, KioskFixture.Administrator, default);
        (await KioskFixture.BookAsync(screen, room)).StatusCode.Should().Be(HttpStatusCode.Forbidden);

        var directory = new KioskDraft("Hall", KioskKind.Free, null, "Main", null, false, false);
        await kiosks.Registry.ChangeAsync(id, directory, KioskFixture.Administrator, default);
        (await screen.GetAsync("/kiosk")).Headers.Location.Should().Be("/kiosk/free?building=Main");
    }

    [Fact]
    public async Task Change_ToWhatCannotBe_IsRefused()
    {
        var (id, _) = await kiosks.PairAsync(await kiosks.NewRoomAsync());

        await kiosks.Registry.Awaiting(registry => registry.ChangeAsync(id, Door(" ", 1), KioskFixture.Administrator, default))
            .Should().ThrowAsync<ArgumentException>();
        await kiosks.Registry.Awaiting(registry => registry.ChangeAsync(id, Door("Door", 987_654), KioskFixture.Administrator, default))
            .Should().ThrowAsync<ArgumentException>();
        await kiosks.Registry.RevokeAsync(id, KioskFixture.Administrator, default);
        var room = await kiosks.NewRoomAsync();
        await kiosks.Registry.Awaiting(registry => registry.ChangeAsync(id, Door("Door", room), KioskFixture.Administrator, default))
            .Should().ThrowAsync<InvalidOperationException>();
    }

    private static KioskDraft Door(string name, int room) => new(name, KioskKind.Room, room, null, null, false, true);

    private static async Task<JsonElement> AskAsync(HttpClient screen, string? secret) =>
        (await KioskFixture.OkAsync(screen.PostAsJsonAsync("/kiosk/setup/ask/", new { secret }))).GetProperty("pair");

    private static async Task<JsonElement> PlacedAsync(StreamReader reader)
    {
        while (await reader.ReadLineAsync() != "event: placed")
        {
        }

        return JsonDocument.Parse((await reader.ReadLineAsync())!["data: ".Length..]).RootElement;
    }
}
