using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using RoomMonitor.Tests.Support;

namespace RoomMonitor.Tests.Browser;

[Collection(ScreenCollection.Name)]
public sealed class KioskLooksTests(ChromiumFixture chromium, DemoServerFixture demo)
{
    /// <summary>The smallest type of a screen at 1280 x 800: what somebody reads who stands before it.</summary>
    private const double SmallestType = 14;

    /// <summary>
    /// Of what tells where to go. Ten inches of 1280 x 800 are 151 pixels an inch; normal sight (20/20, five minutes of arc) needs letters of 4.4 mm at
    /// three metres, and capitals are seven tenths of the type's size.
    /// </summary>
    private const double SmallestFromThreeMetres = 37;

    private static readonly string[] _paths =
        ["/kiosk/rooms/1", "/kiosk/rooms/6", "/kiosk/rooms/1?eink=1", "/kiosk/overview?building=Main%20Building", "/kiosk/overview", "/kiosk/free", "/kiosk/free?building=Weaver%20Hall"];

    public static TheoryData<string, ColorScheme> Themes()
    {
        var data = new TheoryData<string, ColorScheme>();
        foreach (var path in _paths)
        {
            data.Add(path, ColorScheme.Light);
            data.Add(path, ColorScheme.Dark);
        }

        return data;
    }

    public static TheoryData<string, int, int> Sizes()
    {
        var data = new TheoryData<string, int, int>();
        foreach (var path in _paths)
        {
            foreach (var (width, height) in new[] { (800, 480), (1280, 800), (800, 1280), (1920, 1080), (3840, 2160) })
            {
                data.Add(path, width, height);
            }
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Themes))]
    public async Task Screen_Axe_FindsNothing(string path, ColorScheme theme)
    {
        await using var screen = await KioskScreen.OpenAsync(chromium, demo.Server.Address, path, theme: theme);

        var known = await screen.Page.RunAxe();

        known.Violations.Select(violation => $"{violation.Id}: {string.Join(" | ", violation.Nodes.Select(node => node.Html))}").Should().BeEmpty();
    }

    [Theory]
    [InlineData("/kiosk/rooms/6", ColorScheme.Light)]
    [InlineData("/kiosk/rooms/6", ColorScheme.Dark)]
    [InlineData("/kiosk/rooms/6?eink=1", ColorScheme.Light)]
    [InlineData("/kiosk/overview?building=Main%20Building", ColorScheme.Light)]
    [InlineData("/kiosk/overview?building=Main%20Building", ColorScheme.Dark)]
    [InlineData("/kiosk/free", ColorScheme.Light)]
    public async Task Screen_UnknownAxe_FindsNothing(string path, ColorScheme theme)
    {
        await using var line = NetworkLine.To(demo.Server.Address);
        await using var screen = await KioskScreen.OpenAsync(chromium, line.Address, path, TimeProvider.System.GetUtcNow().UtcDateTime, theme: theme);
        line.IsDown = true;
        line.Cut();
        await screen.PassAsync(TimeSpan.FromMinutes(6));
        await Assertions.Expect(screen.Page.GetByText("Unknown").Or(screen.Page.GetByText("No current information")).First).ToBeVisibleAsync();

        // axe waits with timers of its own.
        await screen.Page.Clock.ResumeAsync();
        var found = await screen.Page.RunAxe();

        found.Violations.Select(violation => $"{violation.Id}: {string.Join(" | ", violation.Nodes.Select(node => node.Html))}").Should().BeEmpty();
    }

    [Theory]
    [InlineData("/kiosk/rooms/1?eink=1")]
    [InlineData("/kiosk/rooms/6?eink=1")]
    public async Task Ink_Colours_AreBlackAndWhite(string path)
    {
        await using var screen = await KioskScreen.OpenAsync(chromium, demo.Server.Address, path, theme: ColorScheme.Dark);

        var others = await screen.Page.EvaluateAsync<string[]>("""
            () => {
              const allowed = ['rgb(0, 0, 0)', 'rgb(255, 255, 255)', 'rgba(0, 0, 0, 0)'];
              return [...document.querySelectorAll('body, body *')].filter(item => item.checkVisibility() && !item.closest('.lapse')).flatMap(item => {
                const style = getComputedStyle(item);
                const colours = [style.color, style.backgroundColor, ...(parseFloat(style.borderTopWidth) > 0 ? [style.borderTopColor] : [])];
                return colours.filter(colour => !allowed.includes(colour)).map(colour => `${item.tagName}.${item.className}: ${colour}`);
              });
            }
            """);

        others.Should().BeEmpty();
    }

    [Theory]
    [MemberData(nameof(Sizes))]
    public async Task Screen_AnySize_ShowsAllOfItself(string path, int width, int height)
    {
        await using var screen = await KioskScreen.OpenAsync(chromium, demo.Server.Address, path, width: width, height: height);

        var (outside, overlaps) = (await screen.OutsideAsync(), await screen.OverlapsAsync());
        var smallest = await screen.Page.EvaluateAsync<double>("""
            () => Math.min(...[...document.querySelectorAll('body *')]
              .filter(item => item.checkVisibility() && !item.closest('.visually-hidden, .lapse') && [...item.childNodes].some(node => node.nodeType === 3 && node.data.trim() !== ''))
              .map(item => parseFloat(getComputedStyle(item).fontSize)))
            """);

        var far = await screen.Page.EvaluateAsync<double>("""
            () => Math.min(...[...document.querySelectorAll('.word, .lead b, .lead span, .about h1, .facts dt, .facts dd, .row h2, .row .when b, .row .when span, .clock b')]
              .filter(item => item.checkVisibility() && item.textContent.trim() !== '')
              .map(item => parseFloat(getComputedStyle(item).fontSize)))
            """);

        outside.Should().BeEmpty();
        overlaps.Should().BeEmpty();
        if (width == 1280)
        {
            far.Should().BeGreaterThanOrEqualTo(SmallestFromThreeMetres);
        }

        if (width >= 1280)
        {
            smallest.Should().BeGreaterThanOrEqualTo(SmallestType);
        }
    }
}
