using Microsoft.Playwright;
using RoomMonitor.Tests.Support;

namespace RoomMonitor.Tests.Browser;

/// <summary>Each page is loaded once, and looked at in several themes and widths.</summary>
[Collection(BrowserCollection.Name)]
public sealed class PageAccessibilityTests(ChromiumFixture chromium, DemoServerFixture demo)
{
    private static readonly int[] _widths = [320, 360, 768, 1280, 1920];

    [Theory]
    [InlineData("/monitor", "Light 1280, Dark 1280, Dark 360")]
    [InlineData("/monitor?view=table", "Light 1920, Dark 768")]
    [InlineData("/monitor?group=building", "Light 360")]
    [InlineData("/monitor?q=there-is-no-such-room", "Light 1280")]
    [InlineData("/", "Light 1280, Dark 1280")]
    [InlineData("/?seats=6&free=60&with=Screen", "Light 360")]
    [InlineData("/?on=2026-11-26&from=09:00&to=10:00", "Dark 360")]
    [InlineData("/?seats=6&building=Harbour%20Science%20Centre&on=2027-01-08&from=09:00&to=10:00&with=Screen", "Light 360")]
    [InlineData("/?q=there-is-no-such-room&free=30", "Dark 1280")]
    [InlineData("/account/sign-in", "Light 1280, Dark 1280")]
    [InlineData("/there-is-no-such-page", "Light 1280, Dark 1280")]
    [InlineData("/rooms/7", "Light 360, Dark 360")]
    [InlineData("/rooms/999999", "Light 768")]
    [InlineData("/rooms/5?start=2026-11-25T19:00:00Z&end=2026-11-25T20:00:00Z", "Light 1280, Dark 1280", BookingSteps.Staff)]
    public async Task Page_AnyLook_IsCleanByAxeAndNeverScrollsSideways(string path, string looks, string? user = null)
    {
        var all = PageLook.Parse(looks);
        var page = await chromium.OpenAsync(demo.Server.Address, path, all[0].Width, theme: all[0].Theme, user: user);
        await Assertions.Expect(page.Locator("[aria-busy=true], .day.unread")).ToHaveCountAsync(0);
        List<string> found = [];

        foreach (var look in all)
        {
            await look.WearAsync(page);
            found.AddRange((await PageLook.AxeAsync(page)).Select(what => $"{look}: {what}"));
        }

        foreach (var width in _widths)
        {
            await PageLook.ResizeAsync(page, width, 900);
            var overflow = await PageLook.OverflowAsync(page);
            found.AddRange(overflow > 0 ? [$"{width}: {overflow} pixels too wide"] : []);
        }

        found.Should().BeEmpty();
        await MonitorLiveTests.CloseAsync(page);
    }
}
