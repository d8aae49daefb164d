using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace RoomMonitor.Tests.Browser;

/// <summary>A theme and a width, such as <c>Dark 360</c>: one page is looked at in several, since to load it costs more than to look at it.</summary>
internal sealed record PageLook(ColorScheme Theme, int Width)
{
    public static PageLook[] Parse(string looks) => [.. looks.Split(", ").Select(look => look.Split(' ')).Select(parts => new PageLook(
        Enum.Parse<ColorScheme>(parts[0]), int.Parse(parts[1], System.Globalization.CultureInfo.InvariantCulture)))];

    /// <summary>Gives the page this look.</summary>
    public async Task WearAsync(IPage page)
    {
        await page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = Theme, ReducedMotion = ReducedMotion.Reduce });
        await ResizeAsync(page, Width, page.ViewportSize!.Height);
    }

    /// <summary>Ends when the page is laid out anew.</summary>
    public static async Task ResizeAsync(IPage page, int width, int height)
    {
        await page.SetViewportSizeAsync(width, height);
        await page.WaitForFunctionAsync("width => innerWidth === width", width);
        await page.EvaluateAsync("() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))");
    }

    /// <summary>What axe-core finds as the page looks now: nothing.</summary>
    public static async Task<IEnumerable<string>> AxeAsync(IPage page) =>
        (await page.RunAxe()).Violations.Select(violation => $"{violation.Id}: {string.Join(" | ", violation.Nodes.Select(node => node.Html))}");

    /// <summary>By how many pixels the page scrolls sideways.</summary>
    public static Task<int> OverflowAsync(IPage page) =>
        page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth");

    public override string ToString() => $"{Theme} {Width}";
}
