using System.Text.RegularExpressions;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using RoomMonitor.Tests.Support;

namespace RoomMonitor.Tests.Browser;

[Collection(ScreenCollection.Name)]
public sealed partial class OfflinePageTests(ChromiumFixture chromium) : IAsyncLifetime
{
    private ServerProcess _server = null!;

    public async Task InitializeAsync() => _server = await ServerProcess.StartAsync(null, "Demo:Seed=true");

    public async Task DisposeAsync() => await _server.DisposeAsync();

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
        await page.GotoAsync("/kiosk/rooms/5");
        var name = await page.Locator("h1").TextContentAsync();
        await page.EvaluateAsync(
            """
            async () => {
              const kept = async () => (await (await caches.match('/last-known')).json()).rooms.length;
              while (await kept() !== 1) {
                await new Promise(resolve => setTimeout(resolve, 100));
              }
            }
            """);
        await page.Context.SetOfflineAsync(true);

        await page.GotoAsync("/kiosk/rooms/5");

        await Assertions.Expect(page.Locator("#rooms li b")).ToHaveTextAsync([name!]);
        await Assertions.Expect(page.Locator("#rooms li em")).ToHaveTextAsync("Unknown");
        await Assertions.Expect(page.Locator("#search")).ToBeHiddenAsync();
        await page.Context.SetOfflineAsync(false);
        await Assertions.Expect(page.Locator("[data-k=word]")).ToBeVisibleAsync();
        await MonitorLiveTests.CloseAsync(page);
    }

    [Theory]
    [InlineData(ColorScheme.Light, 1280)]
    [InlineData(ColorScheme.Dark, 360)]
    public async Task Page_Axe_FindsNothing(ColorScheme theme, int width)
    {
        var page = await OpenAsync("/", theme, width);
        await page.Context.SetOfflineAsync(true);
        await page.GotoAsync("/monitor");
        await Assertions.Expect(page.Locator("#as-of")).ToHaveTextAsync(LastKnown());

        var result = await page.RunAxe();

        result.Violations.Select(violation => $"{violation.Id}: {string.Join(" | ", violation.Nodes.Select(node => node.Html))}").Should().BeEmpty();
        var overflow = await page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth");
        overflow.Should().BeLessThanOrEqualTo(0);
        await MonitorLiveTests.CloseAsync(page);
    }

    /// <summary>A page whose service worker has all it needs, and the state of the rooms.</summary>
    private async Task<IPage> OpenAsync(string path, ColorScheme theme = ColorScheme.Light, int width = 1280)
    {
        var page = await chromium.OpenAsync(_server.Address, path, width, theme: theme, workers: ServiceWorkerPolicy.Allow);
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
