using RoomMonitor.Tests.Support;

namespace RoomMonitor.Tests.Browser;

/// <summary>js/room-socket.js and a server that is stopped and started again.</summary>
[Collection(ScreenCollection.Name)]
public sealed class RoomSocketRestartTests(ChromiumFixture chromium) : IAsyncLifetime
{
    private ServerProcess _server = null!;
    private NetworkLine _line = null!;

    public async Task InitializeAsync()
    {
        _server = await ServerProcess.StartAsync(null, "Demo:Seed=true", "WebSockets:OverviewHeartbeat=00:00:01", "WebSockets:RoomHeartbeat=00:00:01");
        _line = NetworkLine.To(_server.Address);
    }

    public async Task DisposeAsync()
    {
        await _line.DisposeAsync();
        await _server.DisposeAsync();
    }

    [Fact]
    public async Task Server_StoppedAndStartedAgain_TellsOfItsNewEpoch()
    {
        await using var page = await SocketPage.OpenAsync(chromium, _line);
        await page.ConnectAsync("/ws/rooms/overview/", "reconnectDelay: 200, maxReconnectAttempts: Infinity");
        await page.UntilConnectedAsync();
        var epoch = (await page.EvaluateAsync("socket.lastMessage.epoch")).GetString();

        await _server.StopAsync();
        await page.UntilAsync("socket.connectionStatus === 'reconnecting'");
        await _server.StartAgainAsync();
        await page.UntilAsync("log.opens === 2 && socket.isConnected && socket.transport === 'socket'");
        await page.UntilAsync($"!['{epoch}', 'poll'].includes(socket.lastMessage.epoch)");

        (await page.EvaluateAsync("log.closings.map(closing => closing.code).join()")).GetString().Should().Be("1001");
        (await page.StatusesAsync()).Should().Equal("connecting", "connected", "reconnecting", "connected");
        (await page.EvaluateAsync("state.size")).GetInt32().Should().BeGreaterThan(10);
    }

    [Fact]
    [Trait("Category", "Long")]
    public async Task Line_ThatIsQuiet_IsKeptByHeartbeatsAlone()
    {
        SocketTap tap = null!;
        await using var page = await SocketPage.OpenAsync(chromium, _line, async page => tap = await SocketTap.OnAsync(page));
        await page.ConnectAsync("/ws/rooms/1/", "heartbeatInterval: 1_000, patience: 5_000");

        await page.UntilAsync("log.messages.filter(message => message.type === 'heartbeat').length >= 10");

        (tap.Requests, tap.Opened).Should().Be((0, 1));
    }
}
