using Microsoft.Playwright;
using RoomMonitor.Tests.Support;

namespace RoomMonitor.Tests.Browser;

/// <summary>
/// Every page once in each theme, on a phone and on a desk: without an error, without a request to another host, and as wide as the window.
/// With ROOMMONITOR_SCREENSHOTS set to a folder (<c>./screenshots.sh</c>) each is kept there as a picture.
/// </summary>
[Collection(BrowserCollection.Name)]
[Trait("Category", "Long")]
public sealed class PageTourTests(ChromiumFixture chromium, DemoServerFixture demo)
{
    private const string Staff = "staff@demo.local";

    private static readonly (string Name, string Path, string? User)[] _pages =
    [
        ("browse", "/", Staff),
        ("room", "/rooms/1", Staff),
        ("monitor", "/monitor", null),
        ("monitor-table", "/monitor?view=table", null),
        ("reservations", "/reservations", Staff),
        ("account", "/account", Staff),
        ("sign-in", "/account/sign-in", null),
        ("not-found", "/there-is-no-such-page", null),
    ];

    public static TheoryData<string, string, string?, ColorScheme, int> Views
    {
        get
        {
            var views = new TheoryData<string, string, string?, ColorScheme, int>();
            foreach (var (name, path, user) in _pages)
            {
                foreach (var theme in new[] { ColorScheme.Light, ColorScheme.Dark })
                {
                    views.Add(name, path, user, theme, 360);
                    views.Add(name, path, user, theme, 1280);
                }
            }

            return views;
        }
    }

    [Theory]
    [MemberData(nameof(Views))]
    public async Task Page_EachThemeAndWidth_ShowsWithoutComplaint(string name, string path, string? user, ColorScheme theme, int width)
    {
        var page = await chromium.OpenAsync(demo.Server.Address, path, width, width < 600 ? 780 : 900, theme, user);
        var complaints = new List<string>();
        page.PageError += (_, error) => complaints.Add(error);
        page.Console += (_, message) =>
        {
            if (message.Type == "error")
            {
                complaints.Add(message.Text);
            }
        };
        page.Request += (_, request) =>
        {
            if (new Uri(request.Url) is { Scheme: "http" or "https" or "ws" or "wss" } address && address.Authority != demo.Server.Address.Authority)
            {
                complaints.Add($"a request to {request.Url}");
            }
        };

        var answer = (await page.ReloadAsync())!;
        await page.WaitForSelectorAsync(
            "html[data-connection=live], html[data-connection=static]", new PageWaitForSelectorOptions { State = WaitForSelectorState.Attached });
        await page.EvaluateAsync("document.fonts.ready");

        if (answer.Ok)
        {
            complaints.Should().BeEmpty();
        }

        (await page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth"))
            .Should().BeLessThanOrEqualTo(0, "{0} fits into {1} px", path, width);
        if (Environment.GetEnvironmentVariable("ROOMMONITOR_SCREENSHOTS") is { Length: > 0 } folder)
        {
            await page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(folder, $"{name}-{theme.ToString().ToLowerInvariant()}-{width}.png") });
        }

        await MonitorLiveTests.CloseAsync(page);
    }
}
