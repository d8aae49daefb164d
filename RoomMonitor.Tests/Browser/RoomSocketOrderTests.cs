using System.Text.Json;
using RoomMonitor.Tests.Support;

namespace RoomMonitor.Tests.Browser;

/// <summary>js/room-socket.js where messages get lost, late, twice, or in another order.</summary>
[Collection(ScreenCollection.Name)]
public sealed class RoomSocketOrderTests(ChromiumFixture chromium, DemoServerFixture demo) : IAsyncLifetime
{
    private const string Overview = "/ws/rooms/overview/?heartbeat=light";

    private readonly BorrowedRooms _rooms = new(demo);
    private NetworkLine _line = null!;
    private SocketPage _page = null!;
    private SocketTap _tap = null!;

    public async Task InitializeAsync()
    {
        _line = NetworkLine.To(demo.Server.Address);
        _page = await SocketPage.OpenAsync(chromium, _line, async page => _tap = await SocketTap.OnAsync(page));
        await _page.ConnectAsync(Overview);
        await _page.UntilConnectedAsync();
    }

    public async Task DisposeAsync()
    {
        await _page.DisposeAsync();
        await _line.DisposeAsync();
        await _rooms.DisposeAsync();
    }

    [Fact]
    public async Task Changes_InOrder_AreHandedOutWithoutAsking()
    {
        await BookAndCancelAsync();

        var updates = (await _page.MessagesAsync()).Where(message => message.GetProperty("type").GetString() == "room.update").ToList();
        updates.Should().HaveCountGreaterThanOrEqualTo(2);
        updates.Select(Sequence).Should().BeInAscendingOrder().And.OnlyHaveUniqueItems();
        _tap.Requests.Should().Be(0);
    }

    [Fact]
    public async Task Change_ThatGotLost_IsNoticedAtTheNextOne()
    {
        var (lost, next) = (await _rooms.TakeAsync(), await _rooms.TakeAsync());
        var isLost = false;
        _tap.Pass = text => SocketTap.IsUpdate(text) && !isLost && (isLost = true) ? [] : [text];

        await _rooms.BookAsync(lost);
        await _rooms.BookAsync(next);

        await UntilStatusAsync(next, "occupied");
        await UntilStatusAsync(lost, "occupied");
        _tap.Requests.Should().BeGreaterThanOrEqualTo(1);
    }

    [Fact]
    public async Task Messages_Repeated_AreHandedOutOnce()
    {
        _tap.Pass = text => [text, text];
        await _page.Page.EvaluateAsync("socket.reconnect()");
        await _page.UntilAsync("log.opens === 2 && log.messages.length > 1");

        await BookAndCancelAsync();

        (await _page.MessagesAsync()).Select(message => (Type(message), Sequence(message), message.GetProperty("timestamp").GetString()))
            .Should().OnlyHaveUniqueItems();
        _tap.Requests.Should().Be(0);
    }

    [Fact]
    public async Task Changes_Swapped_NeverLeadBack()
    {
        var (first, second) = (await _rooms.TakeAsync(), await _rooms.TakeAsync());
        var held = new Queue<string>();
        var isSwapped = false;
        _tap.Pass = text =>
        {
            if (!SocketTap.IsUpdate(text) || isSwapped)
            {
                return [text];
            }

            if (held.Count == 0)
            {
                held.Enqueue(text);
                return [];
            }

            isSwapped = true;
            return [text, held.Dequeue()];
        };

        await _rooms.BookAsync(first);
        await _rooms.BookAsync(second);

        await UntilStatusAsync(first, "occupied");
        await UntilStatusAsync(second, "occupied");
        (await _page.MessagesAsync()).Select(Sequence).Should().BeInAscendingOrder();
    }

    [Fact]
    public async Task Status_ThatComesLate_IsDroppedForTheNewerChange()
    {
        var room = await _rooms.TakeAsync();
        string? late = null;
        _tap.Pass = text =>
        {
            if (text.StartsWith("{\"type\":\"rooms.status\"", StringComparison.Ordinal) && late is null)
            {
                late = text;
                return [];
            }

            return [text];
        };
        await _page.Page.EvaluateAsync("socket.sendMessage({ type: 'status.request' })");
        await _page.Page.EvaluateAsync("socket.sendMessage({ type: 'ping' })");
        await _page.UntilAsync("log.messages.some(message => message.type === 'pong')");

        await _rooms.BookAsync(room);
        await UntilStatusAsync(room, "occupied");
        _tap.Send(late!);
        _tap.Send("""{"type":"pong","timestamp":"2026-11-24T14:12:00.000Z","last":true}""");
        await _page.UntilAsync("socket.lastMessage.last");

        (await _page.EvaluateAsync($"state.get({room})")).GetString().Should().Be("occupied");
        (await _page.MessagesAsync()).Where(message => Type(message) != "pong").Select(Sequence).Should().BeInAscendingOrder();
    }

    [Fact]
    public async Task Change_OfAnotherEpoch_IsNotBelievedButAskedAbout()
    {
        var room = await _rooms.TakeAsync();
        var isForeign = false;
        _tap.Pass = text =>
        {
            if (!SocketTap.IsUpdate(text) || isForeign)
            {
                return [text];
            }

            isForeign = true;
            var message = SocketTap.Parse(text);
            message["epoch"] = "another";
            return [message.ToJsonString()];
        };

        await _rooms.BookAsync(room);

        await UntilStatusAsync(room, "occupied");
        _tap.Requests.Should().Be(1);
        (await _page.MessagesAsync()).Should().NotContain(message => message.GetProperty("epoch").GetString() == "another");
    }

    [Fact]
    public async Task Heartbeat_AheadOfWhatIsKnown_IsAskedAbout()
    {
        var beat = SocketTap.Parse((await _page.EvaluateAsync("JSON.stringify(socket.lastMessage)")).GetString()!).AsObject();
        beat["type"] = "heartbeat";
        beat["sequence"] = beat["sequence"]!.GetValue<long>() + 1;
        beat.Remove("rooms");

        _tap.Send(beat.ToJsonString());

        await UntilRequestsAsync(1);
    }

    [Fact]
    public async Task Nonsense_FromTheServer_IsIgnored()
    {
        foreach (var text in new[] { "", "no json", "null", "[]", "{\"type\":5}", "{\"type\":\"room.update\"}", "{\"type\":\"new\",\"timestamp\":\"2026-11-24T14:12:00Z\"}" })
        {
            _tap.Send(text);
        }

        await BookAndCancelAsync();
    }

    [Fact]
    public async Task Callback_ThatFails_IsReportedAndStopsNothing()
    {
        var errors = 0;
        _page.Page.PageError += (_, _) => errors++;
        await _page.Page.EvaluateAsync("socket.disconnect()");
        await _page.ConnectAsync(Overview, """
            onOpen() { throw new Error('open'); }, onStatus() { throw new Error('status'); },
            onMessage(message) { log.messages.push(message); throw new Error('message'); },
            """);
        await _page.UntilConnectedAsync();

        await _page.Page.EvaluateAsync("socket.sendMessage({ type: 'ping' })");

        await _page.UntilAsync("log.messages.some(message => message.type === 'pong')");
        errors.Should().BeGreaterThanOrEqualTo(4);
    }

    [Fact]
    public async Task Timers_ThatSlept_AskForAStatusOnWaking()
    {
        await using var page = await SocketPage.OpenAsync(chromium, _line, async page =>
        {
            await page.Clock.InstallAsync();
            _tap = await SocketTap.OnAsync(page);
        });
        await page.ConnectAsync(Overview);
        await page.UntilConnectedAsync();
        await page.SecondAsync();

        await page.Page.Clock.FastForwardAsync("05:00");

        await UntilRequestsAsync(1);
        await page.UntilAsync("log.messages.filter(message => message.type === 'rooms.status').length >= 2");
        (await page.EvaluateAsync("socket.isConnected")).GetBoolean().Should().BeTrue();
        _tap.Opened.Should().Be(1);
    }

    private async Task BookAndCancelAsync()
    {
        var room = await _rooms.TakeAsync();
        var reservation = await _rooms.BookAsync(room);
        await UntilStatusAsync(room, "occupied");
        await _rooms.CancelAsync(reservation);
        await UntilStatusAsync(room, "free");
    }

    private Task UntilStatusAsync(int room, string status) => _page.UntilAsync($"state.get({room}) === '{status}'");

    private async Task UntilRequestsAsync(int count)
    {
        using var deadline = new CancellationTokenSource(TimeSpan.FromMilliseconds(ChromiumFixture.Patience));
        while (_tap.Requests < count)
        {
            await Task.Delay(20, deadline.Token);
        }
    }

    private static long Sequence(JsonElement message) => message.GetProperty("sequence").GetInt64();

    private static string Type(JsonElement message) => message.GetProperty("type").GetString()!;
}
