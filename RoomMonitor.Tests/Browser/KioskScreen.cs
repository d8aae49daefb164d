using Microsoft.Playwright;
using RoomMonitor.Tests.Support;

namespace RoomMonitor.Tests.Browser;

/// <summary>A screen's page, and what it says.</summary>
internal sealed class KioskScreen : IAsyncDisposable
{
    private KioskScreen(IPage page) => Page = page;

    public IPage Page { get; }

    public ILocator Word => Page.Locator("[data-k=word]");

    public ILocator Lead => Page.Locator("[data-k=lead]");

    public ILocator Note => Page.Locator("[data-k=note]");

    public ILocator Live => Page.Locator("[data-k=live-word]");

    /// <param name="time">What the browser's clock shows at first; null for a clock that nobody drives.</param>
    public static async Task<KioskScreen> OpenAsync(
        ChromiumFixture chromium,
        Uri address,
        string path,
        DateTime? time = null,
        int width = 1280,
        int height = 800,
        ColorScheme theme = ColorScheme.Light,
        Func<IPage, Task>? prepare = null)
    {
        var context = await chromium.Browser.NewContextAsync(new BrowserNewContextOptions
        {
            BaseURL = address.ToString(),
            ViewportSize = new ViewportSize { Width = width, Height = height },
            ColorScheme = theme,
            Locale = "en-GB",
            TimezoneId = "America/New_York",
        });
        context.SetDefaultTimeout(ChromiumFixture.Patience);
        Assertions.SetDefaultExpectTimeout(ChromiumFixture.Patience);
        var page = await context.NewPageAsync();
        if (time is { } start)
        {
            await page.Clock.InstallAsync(new ClockInstallOptions { TimeDate = start });
        }

        if (prepare is not null)
        {
            await prepare(page);
        }

        await page.GotoAsync(path);
        await page.WaitForSelectorAsync("html[data-beat]", new PageWaitForSelectorOptions { State = WaitForSelectorState.Attached });
        return new KioskScreen(page);
    }

    public Task IsAsync(string status) => Assertions.Expect(Page.Locator($"body.s-{status}")).ToHaveCountAsync(1);

    /// <summary>Lets time pass in the browser, with everything that is due in it.</summary>
    public Task PassAsync(TimeSpan time) => Page.Clock.RunForAsync((long)time.TotalMilliseconds);

    public async ValueTask DisposeAsync() => await Page.Context.CloseAsync();
}
