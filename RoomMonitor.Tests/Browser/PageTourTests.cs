using Microsoft.Playwright;
using RoomMonitor.Tests.Support;

namespace RoomMonitor.Tests.Browser;

/// <summary>
/// Every page light on a desk and dark on a phone, and what opens on it on a phone (for pictures all in each theme on both): without an error, without a request to another host, as wide as
/// the window, and clean for axe. With ROOMMONITOR_SCREENSHOTS set to a folder (<c>./screenshots.sh</c>) each is kept there as a picture.
/// </summary>
[Collection(BrowserCollection.Name)]
[Trait("Category", "Long")]
public sealed class PageTourTests(ChromiumFixture chromium, TourCampus campus) : IClassFixture<TourCampus>
{
    private static readonly string? _folder = Environment.GetEnvironmentVariable("ROOMMONITOR_SCREENSHOTS") is { Length: > 0 } folder ? folder : null;

    public static TheoryData<string, ColorScheme, int> Views
    {
        get
        {
            var views = new TheoryData<string, ColorScheme, int>();
            foreach (var stop in TourStops.Pages.Concat(TourStops.States).Select(stop => stop.Name))
            {
                views.Add(stop, ColorScheme.Dark, 360);

                // What opens on pages is drawn by the same rules.
                if (_folder is not null || TourStops.Pages.Any(page => page.Name == stop))
                {
                    views.Add(stop, ColorScheme.Light, 1280);
                }

                // For pictures only: either theme and either width are looked at above.
                if (_folder is not null)
                {
                    views.Add(stop, ColorScheme.Light, 360);
                    views.Add(stop, ColorScheme.Dark, 1280);
                }
            }

            return views;
        }
    }

    [Theory]
    [MemberData(nameof(Views))]
    public async Task Page_EachThemeAndWidth_ShowsWithoutComplaint(string name, ColorScheme theme, int width)
    {
        var stop = TourStops.Pages.Concat(TourStops.States).Single(stop => stop.Name == name);
        var page = await chromium.OpenAsync(campus.Server.Address, "/account/sign-in", width, width < 600 ? 780 : 900, theme, stop.User, stop.Locale);
        if (!stop.IsFirstVisit)
        {
            await page.Context.AddCookiesAsync([new Cookie { Name = "roommonitor-hint", Value = "seen", Url = campus.Server.Address.ToString() }]);
        }

        var complaints = Listen(page);
        var answer = (await page.GotoAsync(stop.Path(campus)))!;
        await page.WaitForSelectorAsync(
            "html[data-connection=live], html[data-connection=static]", new PageWaitForSelectorOptions { State = WaitForSelectorState.Attached });
        await Assertions.Expect(page.Locator("[aria-busy=true]")).ToHaveCountAsync(0);
        await page.EvaluateAsync("document.fonts.ready");
        await stop.PrepareAsync(page, campus);
        if (_folder is not null)
        {
            await page.ScreenshotAsync(new PageScreenshotOptions
            {
                Path = Path.Combine(_folder, $"{name}-{theme.ToString().ToLowerInvariant()}-{width}.png"),
                Animations = ScreenshotAnimations.Disabled,
            });
        }

        if (answer.Ok && !stop.LosesConnection)
        {
            complaints.Should().BeEmpty();
        }

        (await PageLook.OverflowAsync(page))
            .Should().BeLessThanOrEqualTo(0, "{0} fits into {1} px", name, width);
        (await PageLook.AxeAsync(page)).Should().BeEmpty();
        await MonitorLiveTests.CloseAsync(page);
    }

    private List<string> Listen(IPage page)
    {
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
            if (new Uri(request.Url) is { Scheme: "http" or "https" or "ws" or "wss" } address && address.Authority != campus.Server.Address.Authority)
            {
                complaints.Add($"a request to {request.Url}");
            }
        };
        return complaints;
    }
}
