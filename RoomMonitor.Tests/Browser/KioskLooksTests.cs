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

    private static readonly ColorScheme[] _themes = [ColorScheme.Light, ColorScheme.Dark];

    private static readonly (int Width, int Height)[] _sizes = [(800, 480), (1280, 800), (800, 1280), (1920, 1080), (3840, 2160)];

    [Theory]
    [InlineData("/kiosk/rooms/1")]
    [InlineData("/kiosk/rooms/6")]
    [InlineData("/kiosk/rooms/1?eink=1")]
    [InlineData("/kiosk/overview?building=Main%20Building")]
    [InlineData("/kiosk/overview")]
    [InlineData("/kiosk/free")]
    [InlineData("/kiosk/free?building=Weaver%20Hall")]
    public async Task Screen_AnyThemeAndSize_IsCleanByAxeAndShowsAllOfItself(string path)
    {
        await using var screen = await KioskScreen.OpenAsync(chromium, demo.Server.Address, path);
        List<string> found = [];
        foreach (var theme in _themes)
        {
            await new PageLook(theme, 1280).WearAsync(screen.Page);
            found.AddRange((await PageLook.AxeAsync(screen.Page)).Select(what => $"{theme}: {what}"));
        }

        foreach (var (width, height) in _sizes)
        {
            await PageLook.ResizeAsync(screen.Page, width, height);
            found.AddRange((await FaultsAsync(screen, width)).Select(what => $"{width} x {height}: {what}"));
        }

        found.Should().BeEmpty();
    }

    /// <summary>Screens that have heard nothing for longer than they may believe what they know.</summary>
    [Theory]
    [InlineData("/kiosk/rooms/6", true)]
    [InlineData("/kiosk/rooms/6?eink=1", false)]
    [InlineData("/kiosk/overview?building=Main%20Building", true)]
    [InlineData("/kiosk/free", false)]
    public async Task Screen_UnknownAxe_FindsNothing(string path, bool inBothThemes)
    {
        await using var line = NetworkLine.To(demo.Server.Address);
        await using var screen = await KioskScreen.OpenAsync(chromium, line.Address, path, TimeProvider.System.GetUtcNow().UtcDateTime);
        line.IsDown = true;
        line.Cut();
        await screen.PassAsync(TimeSpan.FromMinutes(6));
        await Assertions.Expect(screen.Page.GetByText("Unknown").Or(screen.Page.GetByText("No current information")).First).ToBeVisibleAsync();

        // axe waits with timers of its own.
        await screen.Page.Clock.ResumeAsync();
        List<string> found = [];
        foreach (var theme in inBothThemes ? _themes : [ColorScheme.Light])
        {
            await screen.Page.EmulateMediaAsync(new() { ColorScheme = theme });
            found.AddRange((await PageLook.AxeAsync(screen.Page)).Select(what => $"{theme}: {what}"));
        }

        found.Should().BeEmpty();
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

    /// <summary>What stands outside the screen or over something else, and what is too small to be read from where people stand.</summary>
    private static async Task<IEnumerable<string>> FaultsAsync(KioskScreen screen, int width)
    {
        var faults = (await screen.OutsideAsync()).Select(what => $"outside: {what}").Concat((await screen.OverlapsAsync()).Select(what => $"overlap: {what}")).ToList();
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
        if (width == 1280 && far < SmallestFromThreeMetres)
        {
            faults.Add($"{far} px can't be read from three metres");
        }

        if (width >= 1280 && smallest < SmallestType)
        {
            faults.Add($"type of {smallest} px");
        }

        return faults;
    }
}
