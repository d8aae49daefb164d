using Microsoft.Playwright;
using RoomMonitor.Tests.Support;

namespace RoomMonitor.Tests.Browser;

/// <summary>Where a network lets no WebSocket through, the page is as live as elsewhere.</summary>
[Collection(ScreenCollection.Name)]
public sealed class LongPollingTests(ChromiumFixture chromium, DemoServerFixture demo)
{
    // What a proxy that refuses the upgrade looks like from inside the browser.
    private const string BlockSockets = """
        window.WebSocket = class extends EventTarget {
          constructor(url) {
            super();
            this.url = url;
            this.readyState = 0;
            setTimeout(() => {
              this.readyState = 3;
              this.onerror?.(new Event('error'));
              this.onclose?.(new CloseEvent('close', { code: 1006 }));
            }, 20);
          }
          send() {}
          close() {}
        };
        """;

    [Fact]
    public async Task Page_WithoutWebSockets_IsLiveAndUpdates()
    {
        var page = await OpenWithoutSocketsAsync("/monitor?view=table");
        var room = await demo.FreeRoomAsync();
        var id = room.GetProperty("room_id").GetInt32();
        await MonitorLiveTests.SearchAsync(page, room.GetProperty("room_name").GetString()!);
        await Assertions.Expect(MonitorLiveTests.Room(page, id)).ToContainTextAsync("Available");

        var reservation = await demo.BookNowAsync(id, TimeSpan.FromMinutes(25));

        await Assertions.Expect(MonitorLiveTests.Room(page, id)).ToContainTextAsync("Occupied");
        await demo.CancelAsync(reservation);
        await Assertions.Expect(MonitorLiveTests.Room(page, id)).ToContainTextAsync("Available");
        (await PollsAsync(page)).Should().BeGreaterThan(0, "the circuit falls back to polling");
        await MonitorLiveTests.CloseAsync(page);
    }

    [Fact]
    [Trait("Category", "Long")]
    public async Task Page_WithoutWebSocketsAndNews_StaysLive()
    {
        var page = await OpenWithoutSocketsAsync("/monitor");
        await page.EvaluateAsync("""
            () => {
              window.states = [];
              new MutationObserver(() => window.states.push(document.documentElement.dataset.connection))
                .observe(document.documentElement, { attributeFilter: ['data-connection'] });
            }
            """);

        var room = await demo.FreeRoomAsync();
        var id = room.GetProperty("room_id").GetInt32();

        // Longer than any silence that a socket is allowed (15 s on the page, 30 s on the server).
        await page.WaitForTimeoutAsync(40_000);
        await MonitorLiveTests.SearchAsync(page, room.GetProperty("room_name").GetString()!);
        await demo.BookNowAsync(id, TimeSpan.FromMinutes(25));

        await Assertions.Expect(MonitorLiveTests.Room(page, id)).ToContainTextAsync("Occupied");
        (await page.EvaluateAsync<string[]>("window.states")).Should().BeEmpty("the connection was never in doubt");
        await MonitorLiveTests.CloseAsync(page);
    }

    private async Task<IPage> OpenWithoutSocketsAsync(string path)
    {
        var context = await chromium.Browser.NewContextAsync(new() { BaseURL = demo.Server.Address.ToString() });
        context.SetDefaultTimeout(ChromiumFixture.Patience);
        Assertions.SetDefaultExpectTimeout(ChromiumFixture.Patience);
        await context.AddInitScriptAsync(BlockSockets);
        var page = await context.NewPageAsync();
        await page.GotoAsync(path);
        await page.WaitForSelectorAsync("html[data-connection=live]", new() { State = WaitForSelectorState.Attached });
        return page;
    }

    private static Task<int> PollsAsync(IPage page) =>
        page.EvaluateAsync<int>("performance.getEntriesByType('resource').filter(entry => entry.name.includes('/_blazor?id=')).length");
}
