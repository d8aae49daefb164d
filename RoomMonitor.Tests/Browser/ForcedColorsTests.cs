using Microsoft.Playwright;
using RoomMonitor.Tests.Support;

namespace RoomMonitor.Tests.Browser;

/// <summary>Contrast themes of the system: what has its shape from a ground alone would be gone.</summary>
[Collection(BrowserCollection.Name)]
public sealed class ForcedColorsTests(ChromiumFixture chromium, DemoServerFixture demo)
{
    /// <summary>What of a selector's elements doesn't stand out from what is around it: neither by a ground of its own nor by a line.</summary>
    private const string Lost = """
        selectors => {
          // As it is painted: system colours have many forms, and some let the ground through.
          const paper = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true });
          const painted = (...colours) => {
            paper.clearRect(0, 0, 1, 1);
            for (const colour of colours) {
              paper.fillStyle = colour;
              paper.fillRect(0, 0, 1, 1);
            }

            return [...paper.getImageData(0, 0, 1, 1).data];
          };
          const isOpaque = colour => painted(colour)[3] > 180;
          const light = channels => channels.slice(0, 3).map(value => value / 255).map(value => value <= .04045 ? value / 12.92 : ((value + .055) / 1.055) ** 2.4)
            .reduce((sum, value, index) => sum + value * [.2126, .7152, .0722][index], 0);
          const differs = (colour, ground) => {
            const [one, other] = [light(painted(ground, colour)), light(painted(ground))];
            return isOpaque(colour) && (Math.max(one, other) + .05) / (Math.min(one, other) + .05) >= 3;
          };
          const groundOf = item => {
            for (; item; item = item.parentElement) {
              const { backgroundColor } = getComputedStyle(item);
              if (isOpaque(backgroundColor)) {
                return backgroundColor;
              }
            }

            return getComputedStyle(document.documentElement).colorScheme.includes('dark') ? 'rgb(0, 0, 0)' : 'rgb(255, 255, 255)';
          };
          const coloursIn = text => text.match(/(rgba?|color)\([^)]*\)/g) ?? [];
          const lines = ['Top', 'Bottom'];
          const stands = (item, pseudo) => {
            const style = getComputedStyle(item, pseudo);
            const ground = groundOf(pseudo ? item : item.parentElement);
            return differs(style.backgroundColor, ground)
              || lines.some(side => parseFloat(style[`border${side}Width`]) > 0 && style[`border${side}Style`] !== 'none' && differs(style[`border${side}Color`], ground))
              || (parseFloat(style.outlineWidth) > 0 && style.outlineStyle !== 'none' && differs(style.outlineColor, ground))
              || [style.boxShadow, style.backgroundImage].some(drawn => drawn !== 'none' && coloursIn(drawn).some(colour => differs(colour, ground)));
          };
          return selectors.flatMap(selector => {
            const [plain, pseudo] = selector.split('::');
            const items = [...document.querySelectorAll(plain)].filter(item => item.checkVisibility() || getComputedStyle(item).display === 'contents').slice(0, 40);
            return items.length === 0 ? [`${selector}: there is none`]
              : items.filter(item => !stands(item, pseudo && `::${pseudo}`)).slice(0, 1).map(item => `${selector}: ${item.outerHTML.slice(0, 120)}`);
          });
        }
        """;

    [Theory]
    [InlineData("/monitor", ColorScheme.Dark, new[] { ".strip .track", ".strip .block", "day-strip-now::after", ".badge", ".room-card", ".stat[aria-pressed=true]", ".band", ".shares span", "main button" })]
    [InlineData(
        "/rooms/5?start=2026-11-25T19:00:00Z&end=2026-11-25T20:00:00Z",
        ColorScheme.Light,
        new[] { ".timeline .track", ".entry", ".entry.draft", ".day day-strip-now", ".timeline day-strip-now::after", ".chip[aria-pressed=true]", ".panel", "main button", "a.button", "[aria-current=page]" })]
    [InlineData("/", ColorScheme.Light, new[] { ".strip .block", ".badge", "main button", ".action, a.button", "select", ".search" })]
    [InlineData("/kiosk/rooms/6", ColorScheme.Dark, new[] { ".track", ".block", ".now", ".plate" })]
    [InlineData("/kiosk/overview", ColorScheme.Light, new[] { ".key", ".row", ".counts li" })]
    [InlineData("/offline", ColorScheme.Dark, new[] { "button", ".offline-chip" })]
    public async Task Page_ContrastTheme_KeepsItsShapes(string path, ColorScheme theme, string[] selectors)
    {
        await using var context = await chromium.Browser.NewContextAsync(new BrowserNewContextOptions
        {
            BaseURL = demo.Server.Address.ToString(),
            ForcedColors = ForcedColors.Active,
            ColorScheme = theme,
            ReducedMotion = ReducedMotion.Reduce,
            ViewportSize = new ViewportSize { Width = 1280, Height = 800 },
        });
        context.SetDefaultTimeout(ChromiumFixture.Patience);
        var page = await context.NewPageAsync();
        await page.GotoAsync(path);
        await page.WaitForSelectorAsync("html[data-connection=live], html[data-beat], body.offline", new() { State = WaitForSelectorState.Attached });
        await Assertions.Expect(page.Locator("[aria-busy=true], .day.unread")).ToHaveCountAsync(0);
        if (path.StartsWith("/kiosk/rooms", StringComparison.Ordinal))
        {
            await Assertions.Expect(page.Locator(".now")).ToBeVisibleAsync();
        }

        (await page.EvaluateAsync<string[]>(Lost, selectors)).Should().BeEmpty();
    }
}
