using System.Collections.Concurrent;
using Microsoft.Playwright;

namespace RoomMonitor.Tests.Support;

/// <summary>One headless Chromium for all browser tests.</summary>
public sealed class ChromiumFixture : IAsyncLifetime
{
    /// <summary>Generous: the machine may be busy with other tests.</summary>
    public const float Patience = 60_000;

    /// <summary>Of the demo users.</summary>
    public const string DemoPassword = "Demo-campus-1";

    private const string SessionCookie = "RoomMonitor.Session";

    /// <summary>The engine without the windows, menus and pages of a desktop's browser, which cost as much as the tests, before the whole.</summary>
    private static readonly string[] _programs = ["/usr/bin/chromium-headless-shell", "/usr/bin/chromium"];

    private static readonly string[] _arguments =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
    ];

    private readonly ConcurrentDictionary<(Uri, string), Cookie[]> _sessions = [];
    private IPlaywright _playwright = null!;

    public IBrowser Browser { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        _playwright = await Playwright.CreateAsync();
        Browser = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = Environment.GetEnvironmentVariable("ROOMMONITOR_CHROMIUM") ?? Array.Find(_programs, File.Exists),
            Headless = true,
            Args = _arguments,
        });
    }

    public async Task DisposeAsync()
    {
        await Browser.DisposeAsync();
        _playwright.Dispose();
    }

    /// <summary>A person of their own: cookies, storage, size and language. The page is live, or one without a circuit.</summary>
    /// <param name="user">The demo user who signs in first; null for an anonymous reader.</param>
    /// <param name="prepare">What the page needs before its first address, such as a clock.</param>
    /// <param name="ownSession">Whether the user signs in for this page alone: to check a password costs as much as a page.</param>
    /// <param name="workers">Whether the service worker is installed: what it asks for can't be seen or held up by a test.</param>
    public async Task<IPage> OpenAsync(
        Uri address, string path, int width = 1280, int height = 900, ColorScheme theme = ColorScheme.Light, string? user = null, string locale = "en-GB",
        ServiceWorkerPolicy workers = ServiceWorkerPolicy.Block, Func<IPage, Task>? prepare = null, bool ownSession = false)
    {
        var context = await Browser.NewContextAsync(new BrowserNewContextOptions
        {
            BaseURL = address.ToString(),
            ViewportSize = new ViewportSize { Width = width, Height = height },
            ColorScheme = theme,
            Locale = locale,
            TimezoneId = "America/New_York",
            ServiceWorkers = workers,
            // What moves all the time costs a core in a browser without a graphics card.
            ReducedMotion = ReducedMotion.Reduce,
        });
        context.SetDefaultTimeout(Patience);
        Assertions.SetDefaultExpectTimeout(Patience);
        var page = await context.NewPageAsync();
        if (prepare is not null)
        {
            await prepare(page);
        }

        if (user is not null)
        {
            await SignInAsync(page, address, user, ownSession);
        }

        await page.GotoAsync(path);
        await page.WaitForSelectorAsync(
            "html[data-connection=live], html[data-connection=static]", new PageWaitForSelectorOptions { State = WaitForSelectorState.Attached });
        return page;
    }

    private async Task SignInAsync(IPage page, Uri address, string user, bool ownSession)
    {
        if (!ownSession && _sessions.TryGetValue((address, user), out var session))
        {
            await page.Context.AddCookiesAsync(session);
            // A test may have ended it.
            if ((await page.Context.APIRequest.GetAsync("/account", new() { MaxRedirects = 0 })).Status == 200)
            {
                return;
            }

            await page.Context.ClearCookiesAsync();
        }

        await page.GotoAsync("/account/sign-in");
        await page.FillAsync("#email", user);
        await page.FillAsync("#password", DemoPassword);
        await page.Locator("main form button[type=submit]").ClickAsync();
        await page.WaitForURLAsync(url => !url.Contains("sign-in", StringComparison.Ordinal));
        if (!ownSession)
        {
            _sessions[(address, user)] = [.. (await page.Context.CookiesAsync()).Where(cookie => cookie.Name == SessionCookie).Select(cookie => new Cookie
            {
                Name = cookie.Name,
                Value = cookie.Value,
                Domain = cookie.Domain,
                Path = cookie.Path,
                HttpOnly = cookie.HttpOnly,
                SameSite = cookie.SameSite,
            })];
        }
    }
}
