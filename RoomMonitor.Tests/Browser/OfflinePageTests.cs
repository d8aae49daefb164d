using System.Text.RegularExpressions;
using Microsoft.Playwright;
using RoomMonitor.Tests.Support;

namespace RoomMonitor.Tests.Browser;

[Collection(ScreenCollection.Name)]
public sealed partial class OfflinePageTests(ChromiumFixture chromium, StoppableServerFixture stoppable) : IClassFixture<StoppableServerFixture>
{
    private readonly ServerProcess _server = stoppable.Server;

    [Fact]
    public async Task Server_IsGone_ShowsWhatWasLastKnownAndComesBackByItself()
    {
        var page = await OpenAsync("/monitor");
        await _server.StopAsync();

        await page.ReloadAsync();

        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("RoomMonitor can’t be reached");
        await Assertions.Expect(page.Locator("#as-of")).ToHaveTextAsync(LastKnown());
        var rooms = page.Locator("#rooms li");
        await Assertions.Expect(rooms.First).ToContainTextAsync(new Regex("was (available|occupied)"));
        (await rooms.CountAsync()).Should().BeGreaterThan(20);
        (await rooms.Locator("em").AllTextContentsAsync()).Should().OnlyContain(word => word == "Unknown", "nothing is known now");
        await page.Locator("#search").FillAsync("study");
        await Assertions.Expect(page.Locator("#rooms li:visible").First).ToContainTextAsync("Study");
        await page.Locator("#search").FillAsync("no such room");
        await Assertions.Expect(page.Locator("#no-room")).ToBeVisibleAsync();

        await _server.StartAgainAsync();

        await page.WaitForSelectorAsync("html[data-connection=live]", new() { State = WaitForSelectorState.Attached });
        page.Url.Should().EndWith("/monitor");
        await MonitorLiveTests.CloseAsync(page);
    }

    /// <summary>What stands between may answer in the server's place, with any status: the page that was kept is whole all the same.</summary>
    [Fact]
    public async Task Proxy_AnswersInItsPlace_ShowsWhatWasLastKnownAndComesBackByItself()
    {
        await using var line = NetworkLine.To(_server.Address);
        var page = await OpenAsync("/", address: line.Address);
        await OpenScreenAsync(page);
        const string Html = "Content-Type: text/html";
        (string Status, string Header, string Body, bool IsOther)[] answers =
        [
            ("502 Bad Gateway", Html, "<h1>Bad gateway</h1>", false),
            ("503 Service Unavailable", Html, "", false),
            ("504 Gateway Timeout", Html, "", false),
            ("200 OK", Html, "<h1>Maintenance</h1>", true),
            ("302 Found", "Location: /sign-in-of-the-network", "", true),
            ("302 Found", "Location: https://login.example/", "", true),
            ("401 Unauthorized", "WWW-Authenticate: Negotiate", "", true),
            ("511 Network Authentication Required", Html, "<h1>Portal</h1>", true),
        ];
        foreach (var (status, header, body, isOther) in answers)
        {
            line.AnswerWith(status, header, body);

            await page.ReloadAsync();

            await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("RoomMonitor can’t be reached");
            await Assertions.Expect(page.Locator("#as-of")).ToHaveTextAsync(LastKnown());
            await Assertions.Expect(page.Locator("#rooms li")).ToHaveCountAsync(1);
            await Assertions.Expect(page.Locator(".offline-bar")).ToHaveCSSAsync("display", "flex");
            await Assertions.Expect(page.Locator("#other")).ToBeVisibleAsync(new() { Visible = isOther });
        }

        // An answer with 200 is no server that is ready.
        line.AnswerWith("200 OK", Html, "<h1>Maintenance</h1>");
        (await page.EvaluateAsync<string>("async () => (await import('/js/readiness.js?offline')).readiness()")).Should().Be("other");

        line.Answer = null;
        await Assertions.Expect(page.Locator("[data-k=word]")).ToBeVisibleAsync();

        // Who has to pass a sign-in first can see it.
        line.AnswerWith("200 OK", Html, "<h1>Maintenance</h1>");
        await page.ReloadAsync();
        await page.Locator("#open").ClickAsync();
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("Maintenance");
        await MonitorLiveTests.CloseAsync(page);
    }

    [Fact]
    public async Task Network_IsGone_ShowsTheRoomThatWasAskedForAlone()
    {
        var page = await OpenAsync("/rooms/5");
        await page.Context.SetOfflineAsync(true);

        await page.GotoAsync("/rooms/5");

        await Assertions.Expect(page.Locator("#rooms li")).ToHaveCountAsync(1);
        await page.Context.SetOfflineAsync(false);
        await page.WaitForSelectorAsync("html[data-connection=live]", new() { State = WaitForSelectorState.Attached });
        await MonitorLiveTests.CloseAsync(page);
    }

    [Fact]
    public async Task Kiosk_SwitchedOnWithoutANetwork_ShowsItsRoomAndComesBackByItself()
    {
        var page = await OpenAsync("/");
        await OpenScreenAsync(page);
        var name = await page.Locator("h1").TextContentAsync();
        await page.Context.SetOfflineAsync(true);

        await page.GotoAsync("/kiosk/rooms/5");

        await Assertions.Expect(page.Locator("#rooms li b")).ToHaveTextAsync([name!]);
        await Assertions.Expect(page.Locator("#rooms li em")).ToHaveTextAsync("Unknown");
        await Assertions.Expect(page.Locator("#search")).ToBeHiddenAsync();
        await page.Context.SetOfflineAsync(false);
        await Assertions.Expect(page.Locator("[data-k=word]")).ToBeVisibleAsync();
        await MonitorLiveTests.CloseAsync(page);
    }

    [Fact]
    public async Task Page_Axe_FindsNothing()
    {
        var page = await OpenAsync("/");
        await page.Context.SetOfflineAsync(true);
        await page.GotoAsync("/monitor");
        await Assertions.Expect(page.Locator("#as-of")).ToHaveTextAsync(LastKnown());

        foreach (var look in PageLook.Parse("Light 1280, Dark 360"))
        {
            await look.WearAsync(page);
            (await PageLook.AxeAsync(page)).Should().BeEmpty("nothing is wrong at {0}", look);
            (await PageLook.OverflowAsync(page)).Should().BeLessThanOrEqualTo(0);
        }

        await MonitorLiveTests.CloseAsync(page);
    }

    /// <summary>A door's panel, which has kept its own room.</summary>
    private static async Task OpenScreenAsync(IPage page)
    {
        await page.GotoAsync("/kiosk/rooms/5");
        await page.EvaluateAsync(
            """
            async () => {
              const kept = async () => (await (await caches.match('/last-known')).json()).rooms.length;
              while (await kept() !== 1) {
                await new Promise(resolve => setTimeout(resolve, 100));
              }
            }
            """);
    }

    /// <summary>A page whose service worker has all it needs, and the state of the rooms.</summary>
    private async Task<IPage> OpenAsync(string path, Uri? address = null)
    {
        var page = await chromium.OpenAsync(address ?? _server.Address, path, workers: ServiceWorkerPolicy.Allow);
        await page.EvaluateAsync(
            """
            async () => {
              const pause = () => new Promise(resolve => setTimeout(resolve, 100));
              await navigator.serviceWorker.ready;
              while (!navigator.serviceWorker.controller || !await caches.match('/last-known') || !await caches.match('/offline', { ignoreVary: true })) {
                await pause();
              }
            }
            """);
        return page;
    }

    [GeneratedRegex(@"^Last known at \d{2}:\d{2}, \d+ min ago$")]
    private static partial Regex LastKnown();
}
