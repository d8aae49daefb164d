using System.Globalization;
using RoomMonitor.Tests.Support;

namespace RoomMonitor.Tests.Browser;

/// <summary>js/room-socket.js: when it opens, comes back, gives up and ends.</summary>
[Collection(ScreenCollection.Name)]
public sealed class RoomSocketConnectionTests(ChromiumFixture chromium, DemoServerFixture demo) : IAsyncLifetime
{
    private const string Overview = "/ws/rooms/overview/?heartbeat=light";

    private readonly BorrowedRooms _rooms = new(demo);
    private NetworkLine _line = null!;
    private SocketPage _page = null!;

    public async Task InitializeAsync()
    {
        _line = NetworkLine.To(demo.Server.Address);
        _page = await SocketPage.OpenAsync(chromium, _line);

        // Loaded as long as the line is up.
        await _page.Page.EvaluateAsync("() => import('/js/room-socket.js')");
    }

    public async Task DisposeAsync()
    {
        await _page.DisposeAsync();
        await _line.DisposeAsync();
        await _rooms.DisposeAsync();
    }

    [Fact]
    public async Task Connect_ToARoom_HandsOutItsStatus()
    {
        var room = await _rooms.TakeAsync();
        await _page.ConnectAsync($"/ws/rooms/{room.ToString(CultureInfo.InvariantCulture)}/");

        await _page.UntilConnectedAsync();

        var last = await _page.EvaluateAsync("socket.lastMessage");
        last.GetProperty("type").GetString().Should().Be("room.status");
        last.GetProperty("status").GetProperty("room_id").GetInt32().Should().Be(room);
        (await _page.StatusesAsync()).Should().Equal("connecting", "connected");
        (await _page.EvaluateAsync("[socket.connectionStatus, socket.transport, log.opens].join()")).GetString().Should().Be("connected,socket,1");
    }

    [Fact]
    public async Task Connect_NotEnabled_WaitsForReconnect()
    {
        await _page.ConnectAsync(Overview, "enabled: false");
        (await _page.EvaluateAsync("[socket.connectionStatus, socket.isConnected, socket.lastMessage, socket.sendMessage({ type: 'ping' })].join()"))
            .GetString().Should().Be("disconnected,false,,false");

        await _page.Page.EvaluateAsync("socket.reconnect()");

        await _page.UntilConnectedAsync();
        (await _page.StatusesAsync()).Should().Equal("connecting", "connected");
    }

    [Fact]
    public async Task SendMessage_Ping_IsAnsweredAndTooMuchIsNotSent()
    {
        await _page.ConnectAsync(Overview);
        await _page.UntilConnectedAsync();

        (await _page.EvaluateAsync("socket.sendMessage({ type: 'ping' })")).GetBoolean().Should().BeTrue();
        await _page.UntilAsync("socket.lastMessage.type === 'pong'");
        (await _page.EvaluateAsync("socket.sendMessage({ type: 'ping', more: 'ä'.repeat(2100) })")).GetBoolean().Should().BeFalse("the server would close with 1009");
        (await _page.EvaluateAsync("Array.from({ length: 30 }, () => socket.sendMessage('{\"type\":\"ping\"}')).filter(sent => sent).length"))
            .GetInt32().Should().Be(14, "the server would close with 1008");
        (await _page.EvaluateAsync("socket.sendMessage({ type: 'x' })")).GetBoolean().Should().BeFalse();
        await _page.UntilAsync("log.messages.filter(message => message.type === 'pong').length === 15");
        (await _page.EvaluateAsync("log.closings.length")).GetInt32().Should().Be(0);
    }

    [Fact]
    public async Task Line_Cut_IsBackByItself()
    {
        await _page.ConnectAsync(Overview, "reconnectDelay: 50");
        await _page.UntilConnectedAsync();

        _line.Cut();

        await _page.UntilAsync("log.opens === 2");
        await _page.UntilConnectedAsync();
        (await _page.StatusesAsync()).Should().Equal("connecting", "connected", "reconnecting", "connected");
        (await _page.EvaluateAsync("log.closings.map(closing => closing.code).join()")).GetString().Should().Be("1006");
    }

    [Fact]
    public async Task Defaults_ServerGone_AreFiveTriesThreeSecondsApart()
    {
        _line.IsDown = true;
        await _page.Page.EvaluateAsync("const real = setTimeout; window.setTimeout = (run, pause) => real(run, pause === 3_000 ? 1 : pause)");

        await _page.ConnectAsync(Overview);

        await _page.UntilAsync("socket.connectionStatus === 'failed'");
        (await _page.EvaluateAsync("log.statuses.filter(told => told.delay > 0).map(told => `${told.attempt}:${told.delay}`).join()"))
            .GetString().Should().Be("1:3000,2:3000,3:3000,4:3000,5:3000");
        (await _page.StatusesAsync()).Should().Equal("connecting", "reconnecting", "failed");
        (await _page.EvaluateAsync("log.errors.length")).GetInt32().Should().Be(6);
    }

    [Fact]
    public async Task Reconnect_AfterItGaveUp_CountsFromTheStart()
    {
        _line.IsDown = true;
        await _page.ConnectAsync(Overview, "reconnectDelay: 20, maxReconnectAttempts: 1");
        await _page.UntilAsync("socket.connectionStatus === 'failed'");

        _line.IsDown = false;
        await _page.Page.EvaluateAsync("socket.reconnect()");

        await _page.UntilConnectedAsync();
    }

    [Fact]
    public async Task Attempts_WithoutEnd_NeverFail()
    {
        _line.IsDown = true;
        await _page.ConnectAsync(Overview, "reconnectDelay: 5, maxReconnectAttempts: Infinity");

        await _page.UntilAsync("log.statuses.some(told => told.attempt >= 8)");
        _line.IsDown = false;

        await _page.UntilConnectedAsync();
        (await _page.StatusesAsync()).Should().NotContain("failed");
    }

    [Fact]
    public async Task Backoff_ServerGone_DoublesWithChanceUpToItsEnd()
    {
        _line.IsDown = true;
        await _page.ConnectAsync(Overview, "reconnectDelay: 40, maxReconnectDelay: 100, backoff: true, maxReconnectAttempts: 4");

        await _page.UntilAsync("socket.connectionStatus === 'failed'");

        var delays = (await _page.EvaluateAsync("log.statuses.filter(told => told.delay > 0).map(told => told.delay)")).EnumerateArray().Select(delay => delay.GetDouble()).ToList();
        delays.Should().HaveCount(4);
        delays.Zip([40, 80, 100, 100]).Should().OnlyContain(pair => pair.First >= pair.Second / 2.0 && pair.First <= pair.Second);
        delays.Should().OnlyHaveUniqueItems();
    }

    [Fact]
    public async Task Disconnect_Whenever_LeavesNothingBehind()
    {
        await _page.Page.EvaluateAsync("""
            () => {
              window.left = new Set();
              const names = new Set(['online', 'offline', 'pageshow', 'visibilitychange', 'resume', 'open', 'message', 'close']);
              const { setTimeout: later, clearTimeout: never, setInterval: often, clearInterval: stop } = window;
              window.setTimeout = (run, pause) => { const id = later(() => { left.delete(id); run(); }, pause); left.add(id); return id; };
              window.clearTimeout = id => { left.delete(id); never(id); };
              window.setInterval = (run, pause) => { const id = often(run, pause); left.add(id); return id; };
              window.clearInterval = id => { left.delete(id); stop(id); };
              const add = EventTarget.prototype.addEventListener;
              EventTarget.prototype.addEventListener = function (name, run, options) {
                if (names.has(name)) {
                  left.add(name);
                  options?.signal && add.call(options.signal, 'abort', () => left.delete(name));
                }

                return add.call(this, name, run, options);
              };
            }
            """);
        await _page.ConnectAsync(Overview, "reconnectDelay: 60_000");
        await _page.UntilConnectedAsync();
        await _page.Page.EvaluateAsync("socket.disconnect()");
        (await _page.EvaluateAsync("[...left].join()")).GetString().Should().BeEmpty();
        (await _page.EvaluateAsync("[socket.connectionStatus, log.closings.length, log.closings[0].code].join()")).GetString().Should().Be("disconnected,1,1000");

        await _page.Page.EvaluateAsync("socket.reconnect()");
        await _page.UntilAsync("log.opens === 2");
        _line.Cut();
        await _page.UntilAsync("socket.connectionStatus === 'reconnecting'");
        (await _page.EvaluateAsync("left.size")).GetInt32().Should().BeGreaterThan(0);
        await _page.Page.EvaluateAsync("socket.disconnect()");
        (await _page.EvaluateAsync("[...left].join()")).GetString().Should().BeEmpty();
        await _page.Page.EvaluateAsync("dispatchEvent(new Event('online'))");
        (await _page.EvaluateAsync("socket.connectionStatus")).GetString().Should().Be("disconnected");
    }

    [Fact]
    public async Task Console_Always_GetsDebugMessagesOnly()
    {
        var types = new HashSet<string>();
        _page.Page.Console += (_, message) => types.Add(message.Type);
        await _page.ConnectAsync(Overview, "reconnectDelay: 20");
        await _page.UntilConnectedAsync();

        _line.Cut();
        await _page.UntilAsync("log.opens === 2");
        await _page.UntilConnectedAsync();

        types.Should().Equal("debug");
    }

    [Fact]
    public async Task Address_ThatIsNone_IsRefusedAtOnce() => await
        FluentActions.Awaiting(() => _page.ConnectAsync("http://[")).Should().ThrowAsync<Microsoft.Playwright.PlaywrightException>();
}
