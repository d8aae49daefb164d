using Microsoft.Playwright;
using RoomMonitor.Tests.Support;

namespace RoomMonitor.Tests.Browser;

/// <summary>A screen's page, and what it says.</summary>
internal sealed class KioskScreen : IAsyncDisposable
{
    private readonly TaskCompletionSource _heard = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private KioskScreen(IPage page)
    {
        Page = page;
        page.WebSocket += (_, socket) => socket.FrameReceived += (_, _) => _heard.TrySetResult();
    }

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

        var screen = new KioskScreen(page);
        if (prepare is not null)
        {
            await prepare(page);
        }

        await page.GotoAsync(path);
        await page.WaitForSelectorAsync("html[data-beat]", new PageWaitForSelectorOptions { State = WaitForSelectorState.Attached });
        return screen;
    }

    public Task IsAsync(string status) => Assertions.Expect(Page.Locator($"body.s-{status}")).ToHaveCountAsync(1);

    /// <summary>Its first status has come: a socket is live as soon as it is open, and gives up soon where none follows.</summary>
    public Task HeardAsync() => _heard.Task.WaitAsync(TimeSpan.FromMilliseconds(ChromiumFixture.Patience));

    /// <summary>Lets time pass in the browser, with everything that is due in it.</summary>
    public Task PassAsync(TimeSpan time) => Page.Clock.RunForAsync((long)time.TotalMilliseconds);

    /// <summary>What stands outside the screen.</summary>
    public Task<string[]> OutsideAsync() => Page.EvaluateAsync<string[]>("""
        () => [...document.querySelectorAll('body *')]
          .filter(item => item.checkVisibility() && !item.closest('.figure, .visually-hidden, .lapse'))
          .filter(item => { const box = item.getBoundingClientRect(); return box.width > 0 && (box.left < -1 || box.top < -1 || box.right > innerWidth + 1 || box.bottom > innerHeight + 1); })
          .map(item => `${item.tagName}.${item.className}: ${item.textContent.trim().slice(0, 40)}`)
        """);

    /// <summary>Which texts lie over one another.</summary>
    public Task<string[]> OverlapsAsync() => Page.EvaluateAsync<string[]>("""
        () => {
          const boxes = [...document.querySelectorAll('h1, .clock b, .word, .lead b, .lead span, .facts dd, .row h2, .row .what p, .when b, .when span, .axis span, .note, .act, .below p')]
            .filter(item => item.checkVisibility() && item.textContent.trim() !== '').map(item => ({ item, box: item.getBoundingClientRect() }));
          return boxes.flatMap(({ item, box }, index) => boxes.slice(index + 1)
            .filter(other => !item.contains(other.item) && box.left < other.box.right - 1 && other.box.left < box.right - 1 && box.top < other.box.bottom - 4 && other.box.top < box.bottom - 4)
            .map(other => `${item.textContent} / ${other.item.textContent}`));
        }
        """);

    public async ValueTask DisposeAsync() => await Page.Context.CloseAsync();
}
