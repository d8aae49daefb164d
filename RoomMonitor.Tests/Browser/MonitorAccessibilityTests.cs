using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using RoomMonitor.Tests.Support;

namespace RoomMonitor.Tests.Browser;

[Collection(BrowserCollection.Name)]
public sealed class MonitorAccessibilityTests(ChromiumFixture chromium, DemoServerFixture demo)
{
    public static TheoryData<string, ColorScheme, int> Views => new()
    {
        { "/monitor", ColorScheme.Light, 1280 },
        { "/monitor", ColorScheme.Dark, 1280 },
        { "/monitor?view=table", ColorScheme.Light, 1920 },
        { "/monitor?view=table", ColorScheme.Dark, 768 },
        { "/monitor?group=building", ColorScheme.Light, 360 },
        { "/monitor", ColorScheme.Dark, 360 },
        { "/monitor?q=there-is-no-such-room", ColorScheme.Light, 1280 },
    };

    [Theory]
    [MemberData(nameof(Views))]
    public async Task Monitor_Axe_FindsNothing(string path, ColorScheme theme, int width)
    {
        var page = await chromium.OpenAsync(demo.Server.Address, path, width, theme: theme);

        var result = await page.RunAxe();

        result.Violations.Select(violation => $"{violation.Id}: {string.Join(" | ", violation.Nodes.Select(node => node.Html))}").Should().BeEmpty();
        await MonitorLiveTests.CloseAsync(page);
    }

    [Theory]
    [InlineData(360)]
    [InlineData(768)]
    [InlineData(1280)]
    [InlineData(1920)]
    public async Task Monitor_AnyWidth_NeverScrollsSideways(int width)
    {
        var page = await chromium.OpenAsync(demo.Server.Address, "/monitor?view=table", width);

        var overflow = await page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth");

        overflow.Should().BeLessThanOrEqualTo(0);
        await MonitorLiveTests.CloseAsync(page);
    }
}
