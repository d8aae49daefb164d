using System.Globalization;
using System.Text.Json;
using RoomMonitor.Tests.Support;

namespace RoomMonitor.Tests.Browser;

/// <summary>js/room-socket.js on bad lines: silent ones, ones without sockets, networks that come and go; and what the server closes with.</summary>
[Collection(ScreenCollection.Name)]
public sealed class RoomSocketNetworkTests(ChromiumFixture chromium, DemoServerFixture demo) : IAsyncLifetime
{
    private const string Overview = "/ws/rooms/overview/?heartbeat=light";

    /// <summary>So slow that nothing but the event under test brings it back.</summary>
    private const string Never = "reconnectDelay: 600_000, polling: false";

    private readonly BorrowedRooms _rooms = new(demo);
    private NetworkLine _line = null!;
    private SocketPage _page = null!;

    public async Task InitializeAsync()
    {
        _line = NetworkLine.To(demo.Server.Address);
        _page = await SocketPage.OpenAsync(chromium, _line);
        await _page.Page.EvaluateAsync("() => import('/js/room-socket.js')");
    }

    public async Task DisposeAsync()
    {
        await _page.DisposeAsync();
        await _line.DisposeAsync();
        await _rooms.DisposeAsync();
    }

    [Fact]
    public async Task Heartbeat_Missed_IsAskedForAndTheAnswerIsEnough()
    {
        await _page.ConnectAsync("/ws/rooms/overview/", "heartbeatInterval: 100, patience: 5_000");
        await _page.UntilConnectedAsync();

        await _page.UntilAsync("log.messages.filter(message => message.type === 'rooms.status').length >= 2");

        (await _page.EvaluateAsync("[log.opens, log.closings.length].join()")).GetString().Should().Be("1,0");
    }

    [Fact]
    public async Task Line_GoneSilent_IsLeftForAnotherOne()
    {
        await _page.ConnectAsync(Overview, "heartbeatInterval: 300, patience: 300, reconnectDelay: 50, maxReconnectAttempts: Infinity");
        await _page.UntilConnectedAsync();

        _line.IsSilent = true;
        await _page.UntilAsync("log.closings.length === 1");
        _line.IsSilent = false;

        await _page.UntilAsync("log.opens >= 2");
        await _page.UntilConnectedAsync();
        (await _page.EvaluateAsync("log.closings[0].code")).GetInt32().Should().Be(1006);
    }

    [Fact]
    public async Task Sockets_Blocked_IsPolledInTheSameShapeAndGoesBack()
    {
        var conditional = 0;
        var polls = 0;
        _page.Page.Request += (_, request) =>
        {
            if (request.Url.Contains("/api/rooms/status/", StringComparison.Ordinal))
            {
                polls++;
                conditional += request.Headers.ContainsKey("if-none-match") ? 1 : 0;
            }
        };
        _line.BlocksSockets = true;
        await _page.ConnectAsync("/ws/rooms/overview/", "reconnectDelay: 50, pollInterval: 200, maxReconnectAttempts: 3");

        await _page.UntilAsync("log.messages.filter(message => message.type === 'heartbeat').length >= 2");
        var first = (await _page.MessagesAsync())[0];
        (await _page.EvaluateAsync("Object.keys(log.messages[0]).join()")).GetString().Should().Be("type,rooms,sequence,epoch,timestamp");
        first.GetProperty("type").GetString().Should().Be("rooms.status");
        first.GetProperty("rooms").GetArrayLength().Should().BeGreaterThan(10);
        conditional.Should().BeGreaterThanOrEqualTo(2);
        (await _page.EvaluateAsync("[socket.connectionStatus, socket.transport, socket.isConnected].join()")).GetString().Should().Be("reconnecting,polling,false");

        var room = await _rooms.TakeAsync();
        await _rooms.BookAsync(room);
        await _page.UntilAsync($"state.get({room}) === 'occupied'");

        _line.BlocksSockets = false;
        await _page.UntilAsync("socket.isConnected && socket.lastMessage.epoch !== 'poll'");
        var before = polls;
        await _page.SecondAsync();
        polls.Should().Be(before, "nobody polls beside a socket");
        (await _page.StatusesAsync()).Should().NotContain("failed");
    }

    [Fact]
    public async Task Room_Blocked_IsPolledToo()
    {
        var room = await _rooms.TakeAsync();
        _line.BlocksSockets = true;

        await _page.ConnectAsync($"/ws/rooms/{room.ToString(CultureInfo.InvariantCulture)}/", "reconnectDelay: 20, pollInterval: 100");

        await _page.UntilAsync("log.messages.length > 0");
        var message = (await _page.MessagesAsync())[0];
        message.GetProperty("type").GetString().Should().Be("room.status");
        message.GetProperty("status").GetProperty("room_id").GetInt32().Should().Be(room);
        message.GetProperty("sequence").ValueKind.Should().Be(JsonValueKind.Number);
        message.GetProperty("epoch").GetString().Should().Be("poll");
    }

    [Fact]
    public async Task Room_ThatIsUnknown_FailsWithAWord()
    {
        await _page.ConnectAsync("/ws/rooms/987654/", "reconnectDelay: 10, maxReconnectAttempts: 2");

        await _page.UntilAsync("socket.connectionStatus === 'failed'");

        (await _page.EvaluateAsync("log.errors.join()")).GetString().Should().Contain("There is no room 987654.");
        (await _page.EvaluateAsync("log.messages.length")).GetInt32().Should().Be(0);
    }

    [Theory]
    [InlineData("dispatchEvent(new Event('online'))")]
    [InlineData("document.dispatchEvent(new Event('visibilitychange'))")]
    [InlineData("dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))")]
    public async Task Network_OrPage_ComesBack_IsTriedAtOnce(string happens)
    {
        await _page.ConnectAsync(Overview, Never);
        await _page.UntilConnectedAsync();
        _line.Cut();
        await _page.UntilAsync("socket.connectionStatus === 'reconnecting'");

        await _page.Page.EvaluateAsync(happens);

        await _page.UntilAsync("log.opens === 2 && socket.isConnected");
    }

    [Fact]
    public async Task Network_ComesBackAfterItGaveUp_IsTriedAgain()
    {
        _line.IsDown = true;
        await _page.ConnectAsync(Overview, "reconnectDelay: 10, maxReconnectAttempts: 1");
        await _page.UntilAsync("socket.connectionStatus === 'failed'");

        _line.IsDown = false;
        await _page.Page.EvaluateAsync("dispatchEvent(new Event('online'))");

        await _page.UntilConnectedAsync();
    }

    [Fact]
    public async Task Network_Changed_IsAskedWhetherTheLineStillStands()
    {
        await _page.ConnectAsync(Overview);
        await _page.UntilConnectedAsync();
        await _page.SecondAsync();

        await _page.Page.EvaluateAsync("dispatchEvent(new Event('offline'))");

        await _page.UntilAsync("log.messages.filter(message => message.type === 'rooms.status').length === 2");
        (await _page.EvaluateAsync("log.opens")).GetInt32().Should().Be(1);
        (await _page.EvaluateAsync("log.statuses.map(told => told.status).slice(-2).join()")).GetString().Should().Be("reconnecting,connected", "believed at once, until something comes");
    }

    [Theory]
    [InlineData(1001, 50, 50)]
    [InlineData(1013, 10_000, 10_000)]
    [InlineData(1008, 10_000, 10_000)]
    [InlineData(1009, 10_000, 10_000)]
    public async Task Close_OfTheServer_IsFollowedByATryAfter(int code, int least, int most)
    {
        SocketTap tap = null!;
        await using var page = await SocketPage.OpenAsync(chromium, _line, async page => tap = await SocketTap.OnAsync(page));
        await page.ConnectAsync(Overview, "reconnectDelay: 50");
        await page.UntilConnectedAsync();

        await tap.CloseAsync(code, "as the server says");

        await page.UntilAsync("log.statuses.some(told => told.delay > 0)");
        (await page.EvaluateAsync("log.statuses.find(told => told.delay > 0).delay")).GetInt32().Should().BeInRange(least, most);
        var closing = await page.EvaluateAsync("log.closings[0]");
        closing.GetProperty("code").GetInt32().Should().Be(code);
        closing.GetProperty("reason").GetString().Should().Be("as the server says");
        (await page.EvaluateAsync("log.errors.length")).GetInt32().Should().Be(code is 1008 or 1009 ? 1 : 0);
    }
}
