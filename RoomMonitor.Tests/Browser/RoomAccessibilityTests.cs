using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using RoomMonitor.Tests.Support;

namespace RoomMonitor.Tests.Browser;

[Collection(BrowserCollection.Name)]
public sealed class RoomAccessibilityTests(ChromiumFixture chromium, DemoServerFixture demo)
{
    private const string Draft = "?start=2026-11-25T19:00:00Z&end=2026-11-25T20:00:00Z";

    [Theory]
    [InlineData("/rooms/5" + Draft, ColorScheme.Light, 1280, true)]
    [InlineData("/rooms/5" + Draft, ColorScheme.Dark, 1280, true)]
    [InlineData("/rooms/7", ColorScheme.Light, 360, false)]
    [InlineData("/rooms/7", ColorScheme.Dark, 360, false)]
    [InlineData("/rooms/999999", ColorScheme.Light, 768, false)]
    public async Task Page_Axe_FindsNothing(string path, ColorScheme theme, int width, bool isSignedIn)
    {
        var page = await chromium.OpenAsync(demo.Server.Address, path, width, theme: theme, user: isSignedIn ? "staff@demo.local" : null);
        await Assertions.Expect(page.Locator(".day.unread")).ToHaveCountAsync(0);

        var result = await page.RunAxe();

        result.Violations.Select(violation => $"{violation.Id}: {string.Join(" | ", violation.Nodes.Select(node => node.Html))}").Should().BeEmpty();
        await MonitorLiveTests.CloseAsync(page);
    }

    [Theory]
    [InlineData(360)]
    [InlineData(768)]
    [InlineData(1280)]
    [InlineData(1920)]
    public async Task Page_AnyWidth_NeverScrollsSideways(int width)
    {
        var page = await chromium.OpenAsync(demo.Server.Address, "/rooms/5", width);

        var overflow = await page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth");

        overflow.Should().BeLessThanOrEqualTo(0);
        await MonitorLiveTests.CloseAsync(page);
    }
}
