using Microsoft.Playwright;
using RoomMonitor.Tests.Support;

namespace RoomMonitor.Tests.Browser;

[Collection(BrowserCollection.Name)]
public sealed class FocusRingTests(ChromiumFixture chromium, DemoServerFixture demo)
{
    private static readonly string[] _pages = ["/", "/monitor?view=table&group=building", "/rooms/5", "/reservations", "/account", "/admin/kiosks", "/offline"];

    [Theory]
    [InlineData(1280)]
    [InlineData(360)]
    public async Task Page_EachStopOfTheKeyboard_IsSeen(int width)
    {
        var page = await chromium.OpenAsync(demo.Server.Address, "/account/sign-in", width);
        var (stops, unseen) = await FocusRing.TabThroughAsync(page);
        stops.Should().BeGreaterThan(2);
        var complaints = unseen.Select(what => $"/account/sign-in {what}").ToList();
        await page.FillAsync("#email", BookingSteps.Administrator);
        await page.FillAsync("#password", ChromiumFixture.DemoPassword);
        await page.PressAsync("#password", "Enter");
        await page.WaitForURLAsync(url => !url.Contains("sign-in", StringComparison.Ordinal));
        foreach (var path in _pages)
        {
            await page.GotoAsync(path);
            if (path != "/offline")
            {
                await page.WaitForSelectorAsync("html[data-connection=live]", new() { State = WaitForSelectorState.Attached });
                await Assertions.Expect(page.Locator("[aria-busy=true]")).ToHaveCountAsync(0);
            }

            (stops, unseen) = await FocusRing.TabThroughAsync(page);
            stops.Should().BeGreaterThan(path == "/offline" ? 0 : 8, "there is more on {0}", path);
            complaints.AddRange(unseen.Select(what => $"{path} {what}"));
        }

        complaints.Should().BeEmpty();
        await MonitorLiveTests.CloseAsync(page);
    }
}
