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
        { "/", ColorScheme.Light, 1280 },
        { "/", ColorScheme.Dark, 1280 },
        { "/?seats=6&free=60&with=Screen", ColorScheme.Light, 360 },
        { "/?on=2026-11-26&from=09:00&to=10:00", ColorScheme.Dark, 360 },
        { "/?q=there-is-no-such-room&free=30", ColorScheme.Dark, 1280 },
        { "/account/sign-in", ColorScheme.Light, 1280 },
        { "/account/sign-in", ColorScheme.Dark, 1280 },
        { "/there-is-no-such-page", ColorScheme.Light, 1280 },
        { "/there-is-no-such-page", ColorScheme.Dark, 1280 },
    };

    [Theory]
    [MemberData(nameof(Views))]
    public async Task Page_Axe_FindsNothing(string path, ColorScheme theme, int width)
    {
        var page = await chromium.OpenAsync(demo.Server.Address, path, width, theme: theme);

        var result = await page.RunAxe();

        result.Violations.Select(violation => $"{violation.Id}: {string.Join(" | ", violation.Nodes.Select(node => node.Html))}").Should().BeEmpty();
        await MonitorLiveTests.CloseAsync(page);
    }

    [Theory]
    [InlineData("/monitor?view=table", 360)]
    [InlineData("/monitor?view=table", 768)]
    [InlineData("/monitor?view=table", 1280)]
    [InlineData("/monitor?view=table", 1920)]
    [InlineData("/", 320)]
    [InlineData("/?seats=6&building=Harbour%20Science%20Centre&on=2027-01-08&from=09:00&to=10:00&with=Screen", 360)]
    [InlineData("/", 768)]
    [InlineData("/", 1920)]
    [InlineData("/account/sign-in", 360)]
    [InlineData("/there-is-no-such-page", 360)]
    public async Task Page_AnyWidth_NeverScrollsSideways(string path, int width)
    {
        var page = await chromium.OpenAsync(demo.Server.Address, path, width);

        var overflow = await page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth");

        overflow.Should().BeLessThanOrEqualTo(0, "{0} fits into {1} px", path, width);
        await MonitorLiveTests.CloseAsync(page);
    }
}
