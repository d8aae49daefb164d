using System.Text.Json;
using Microsoft.Playwright;
using RoomMonitor.Tests.Support;

namespace RoomMonitor.Tests.Browser;

/// <summary>A page at a line's address on which js/room-socket.js is used. What it calls back is noted in <c>log</c>.</summary>
internal sealed class SocketPage : IAsyncDisposable
{
    private SocketPage(IPage page) => Page = page;

    public IPage Page { get; }

    public static async Task<SocketPage> OpenAsync(ChromiumFixture chromium, NetworkLine line, Func<IPage, Task>? prepare = null)
    {
        var context = await chromium.Browser.NewContextAsync(new BrowserNewContextOptions { BaseURL = line.Address.ToString(), Locale = "en-GB" });
        context.SetDefaultTimeout(ChromiumFixture.Patience);
        Assertions.SetDefaultExpectTimeout(ChromiumFixture.Patience);
        var page = await context.NewPageAsync();
        if (prepare is not null)
        {
            await prepare(page);
        }

        await page.GotoAsync(NetworkLine.PagePath);
        return new SocketPage(page);
    }

    /// <param name="options">The inside of an object literal.</param>
    public Task ConnectAsync(string path, string options = "") => Page.EvaluateAsync($$"""
        async () => {
          const { connect } = await import('/js/room-socket.js');
          const log = window.log = { messages: [], statuses: [], opens: 0, closings: [], errors: [] };
          window.state = new Map();
          window.socket = connect('{{path}}', {
            onMessage(message) {
              log.messages.push(message);
              for (const room of message.rooms ?? (message.status ? [message.status] : [])) state.set(room.room_id, room.occupancy_status);
            },
            onOpen: () => log.opens++,
            onClose: closing => log.closings.push(closing),
            onError: error => log.errors.push(error.message),
            onStatus: (status, detail) => log.statuses.push({ status, ...detail }),
            {{options}}
          });
        }
        """);

    /// <summary>Waits until an expression of the page is true.</summary>
    public Task UntilAsync(string condition) => Page.WaitForFunctionAsync($"() => {condition}", null, new PageWaitForFunctionOptions { PollingInterval = 50 });

    public Task UntilConnectedAsync() => UntilAsync("socket.isConnected && log.messages.length > 0");

    /// <summary>Lets so much time pass that a status that is asked for is news: within a second the server gives the same one again.</summary>
    public Task SecondAsync() => Page.EvaluateAsync("() => new Promise(resolve => setTimeout(resolve, 1_100))");

    public Task<JsonElement> EvaluateAsync(string expression) => Page.EvaluateAsync<JsonElement>($"() => {expression}");

    /// <summary>Epoch, sequence and type of what was handed out, in order.</summary>
    public async Task<List<JsonElement>> MessagesAsync() => [.. (await EvaluateAsync("log.messages")).EnumerateArray()];

    /// <summary>The statuses that were told, without repetitions.</summary>
    public async Task<List<string>> StatusesAsync() =>
        [.. (await EvaluateAsync("log.statuses.map(told => told.status).filter((status, i, all) => status !== all[i - 1])")).EnumerateArray().Select(status => status.GetString()!)];

    public async ValueTask DisposeAsync() => await Page.Context.CloseAsync();
}
