using System.Net;
using RoomMonitor.Data.Kiosks;
using RoomMonitor.Tests.Support;
using RoomMonitor.Web.Kiosks.Devices;

namespace RoomMonitor.Tests.Kiosks;

public sealed class KioskPairingTests(KioskFixture kiosks) : IClassFixture<KioskFixture>
{
    [Fact]
    public async Task Link_Opened_SaysWhatTheScreenWillBeAndUsesNothingUp()
    {
        var (_, code) = await kiosks.RegisterAsync(await kiosks.NewRoomAsync());
        using var browser = kiosks.CreateBrowser();

        for (var time = 0; time < 2; time++)
        {
            var page = await browser.GetAsync($"/kiosk/pair/{code}");
            var html = await page.Content.ReadAsStringAsync();
            page.StatusCode.Should().Be(HttpStatusCode.OK, html);
            html.Should().Contain("Door panel: R").And.Contain("method=\"post\"").And.Contain("js/kiosk/pair.js").And.NotContain("blazor.web.js");
            page.Headers.CacheControl!.NoStore.Should().BeTrue();
            page.Headers.Contains("Set-Cookie").Should().BeFalse();
        }
    }

    [Fact]
    public async Task Link_Sent_GivesTheTokenForTheScreensPathOnlyAndLeadsToItsPage()
    {
        var roomId = await kiosks.NewRoomAsync();
        var (_, code) = await kiosks.RegisterAsync(roomId);
        using var browser = kiosks.CreateBrowser();

        var paired = await browser.PostAsync($"/kiosk/pair/{code}", null);

        paired.StatusCode.Should().Be(HttpStatusCode.Found);
        paired.Headers.Location.Should().Be($"/kiosk/rooms/{roomId}");
        paired.Headers.GetValues("Set-Cookie").Should().ContainSingle().Which.ToLowerInvariant()
            .Should().StartWith("roommonitor-kiosk=").And.ContainAll("path=/kiosk;", "httponly", "samesite=strict", "secure", "max-age=");
    }

    [Fact]
    public async Task Link_SecondTimeOrUnknown_IsGone()
    {
        var (_, code) = await kiosks.RegisterAsync(await kiosks.NewRoomAsync());
        using var browser = kiosks.CreateBrowser();
        await browser.PostAsync($"/kiosk/pair/{code}", null);

        foreach (var response in new[]
        {
            await browser.GetAsync($"/kiosk/pair/{code}"), await browser.PostAsync($"/kiosk/pair/{code}", null), await browser.GetAsync("/kiosk/pair/nonsense"),
        })
        {
            response.StatusCode.Should().Be(HttpStatusCode.Gone);
            (await response.Content.ReadAsStringAsync()).Should().Contain("Ask an administrator").And.NotContain("<form");
            response.Headers.Contains("Set-Cookie").Should().BeFalse();
        }
    }

    [Fact]
    public async Task Link_SentByAnotherPage_IsRefusedAndStillServes()
    {
        var (_, code) = await kiosks.RegisterAsync(await kiosks.NewRoomAsync());
        using var browser = kiosks.CreateBrowser();
        using var foreign = new HttpRequestMessage(HttpMethod.Post, $"/kiosk/pair/{code}") { Headers = { { "Sec-Fetch-Site", "cross-site" } } };

        (await browser.SendAsync(foreign)).StatusCode.Should().Be(HttpStatusCode.Forbidden);
        (await browser.PostAsync($"/kiosk/pair/{code}", null)).StatusCode.Should().Be(HttpStatusCode.Found);
    }

    [Theory]
    [InlineData(KioskKind.Overview, "Main Building", 2, "kiosk/overview?building=Main%20Building&floor=2")]
    [InlineData(KioskKind.Overview, null, null, "kiosk/overview")]
    [InlineData(KioskKind.Free, "Häuser & Höfe", null, "kiosk/free?building=H%C3%A4user%20%26%20H%C3%B6fe")]
    public void PageOf_OtherKinds_IsTheirAddress(KioskKind kind, string? building, int? floor, string address) =>
        KioskPlacement.Of(KioskDevice.Register(new KioskDraft("Hall", kind, null, building, floor, false, false), "admin", KioskFixture.Now)).Page
            .Should().Be(address);
}
