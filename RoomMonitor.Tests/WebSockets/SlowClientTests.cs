using System.Buffers.Binary;
using System.Net.WebSockets;

namespace RoomMonitor.Tests.WebSockets;

public sealed class SlowClientTests
{
    private const string Overview = "/ws/rooms/overview/";

    // A status of this many rooms is far more than all buffers on the way hold.
    private const int ManyRooms = 1500;
    private const int SmallBuffer = 4096;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task SlowClient_DelaysNobody_AndGetsOneFreshStatusForWhatItMissed(bool isDirect)
    {
        await using var server = await SocketServer.StartAsync(ManyRooms, sendBuffer: SmallBuffer, isDirect: isDirect);
        using var slow = await RawSocketClient.ConnectAsync(server.Address, Overview);
        using var quick = await server.ConnectAsync(Overview);
        var first = await quick.ReadAsync();
        for (var i = 1; i <= 100; i++)
        {
            server.Booking.Create(i);
            (await quick.ReadAsync()).Sequence().Should().Be(first.Sequence() + i);
        }

        var stale = await slow.ReadMessageAsync();
        var fresh = await slow.ReadMessageAsync();
        server.Booking.Create(200);
        var next = await slow.ReadMessageAsync();

        stale.Sequence().Should().Be(first.Sequence());
        fresh.Type().Should().Be("rooms.status");
        fresh.Sequence().Should().Be(first.Sequence() + 100);
        fresh.Rooms().Count(room => room.GetProperty("is_occupied").GetBoolean()).Should().Be(100);
        next.Type().Should().Be("room.update");
        next.Sequence().Should().Be(first.Sequence() + 101);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task SlowClient_WithinItsQueue_MissesNothing(bool isDirect)
    {
        await using var server = await SocketServer.StartAsync(ManyRooms, sendBuffer: SmallBuffer, isDirect: isDirect);
        using var slow = await RawSocketClient.ConnectAsync(server.Address, Overview);
        using var quick = await server.ConnectAsync(Overview);
        var first = await quick.ReadAsync();
        for (var i = 1; i <= 64; i++)
        {
            server.Booking.Create(i);
            await quick.ReadAsync();
        }

        (await slow.ReadMessageAsync()).Sequence().Should().Be(first.Sequence());
        for (var i = 1; i <= 64; i++)
        {
            var message = await slow.ReadMessageAsync();
            message.Type().Should().Be("room.update");
            message.Sequence().Should().Be(first.Sequence() + i);
        }
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task StuckClient_WithoutProgress_IsDropped(bool isDirect)
    {
        await using var server = await SocketServer.StartAsync(ManyRooms, Short("NoProgressTimeout", "CloseTimeout"), sendBuffer: SmallBuffer, isDirect: isDirect);
        using var stuck = await RawSocketClient.ConnectAsync(server.Address, Overview);

        await server.Log.WhenAsync(201);
        await server.EndedAsync();

        server.Hub.ConnectionCount.Should().Be(0);
        (await stuck.ReadControlFramesAsync()).Should().NotContain(frame => frame.Opcode == RawSocketClient.CloseFrame);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task StuckClient_ThatReadsAgainInTime_SeesWhyItWasDropped(bool isDirect)
    {
        await using var server = await SocketServer.StartAsync(ManyRooms, Short("NoProgressTimeout"), sendBuffer: SmallBuffer, isDirect: isDirect);
        using var stuck = await RawSocketClient.ConnectAsync(server.Address, Overview);
        await server.Log.WhenAsync(201);

        var frames = await stuck.ReadControlFramesAsync();

        var close = frames.Should().ContainSingle(frame => frame.Opcode == RawSocketClient.CloseFrame).Subject;
        BinaryPrimitives.ReadUInt16BigEndian(close.Payload).Should().Be(1013);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task SilentPeer_ThatAnswersNoPing_IsDropped(bool isDirect)
    {
        await using var server = await SocketServer.StartAsync(settings: Short("KeepAliveInterval", "KeepAliveTimeout"), isDirect: isDirect);
        using var silent = await RawSocketClient.ConnectAsync(server.Address, Overview);

        var frames = await silent.ReadControlFramesAsync();

        frames.Should().Contain(frame => frame.Opcode == RawSocketClient.PingFrame);
        await server.EndedAsync();
        server.Hub.ConnectionCount.Should().Be(0);
    }

    [Fact]
    public async Task Peer_ThatAnswersPings_Stays()
    {
        var settings = Short("KeepAliveInterval", "OverviewHeartbeat");
        settings["WebSockets:KeepAliveTimeout"] = "00:00:02";
        await using var server = await SocketServer.StartAsync(settings: settings);
        using var client = await server.ConnectAsync(Overview);

        // Heartbeats come each second: by the fourth, the time for the first ping's answer is over.
        for (var i = 0; i < 4; i++)
        {
            await client.ReadAsync("heartbeat");
        }

        server.Hub.ConnectionCount.Should().Be(1);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Shutdown_SendsEverybody1001_AndWaitsForNobodyWhoIsStuck(bool isDirect)
    {
        await using var server = await SocketServer.StartAsync(ManyRooms, Short("ShutdownTimeout"), sendBuffer: SmallBuffer, isDirect: isDirect);
        using var stuck = await RawSocketClient.ConnectAsync(server.Address, Overview);
        var clients = new List<SocketClient>();
        for (var i = 0; i < 20; i++)
        {
            clients.Add(await server.ConnectAsync(i % 2 == 0 ? Overview : "/ws/rooms/1/"));
            await clients[^1].ReadAsync();
        }

        var closes = clients.Select(client => client.ReadToCloseAsync()).ToList();
        await server.App.StopAsync().WaitAsync(TimeSpan.FromSeconds(25));

        (await Task.WhenAll(closes)).Should().OnlyContain(status => status == WebSocketCloseStatus.EndpointUnavailable);
        server.Hub.ConnectionCount.Should().Be(0);
        server.Log.Errors.Should().BeEmpty();
        clients.ForEach(client => client.Dispose());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Clients_ThatVanish_LeaveNoConnectionBehind(bool isDirect)
    {
        await using var server = await SocketServer.StartAsync(isDirect: isDirect);
        for (var i = 0; i < 20; i++)
        {
            using var client = await server.ConnectAsync(i % 2 == 0 ? Overview : "/ws/rooms/1/");
            await client.ReadAsync();
            client.Socket.Abort();
        }

        await server.EndedAsync(20);

        server.Hub.ConnectionCount.Should().Be(0);
        server.Booking.Create(1);
        using var last = await server.ConnectAsync(Overview);
        await last.ReadAsync();
        server.Log.Errors.Should().BeEmpty();
    }

    private static Dictionary<string, string?> Short(params string[] times) =>
        times.ToDictionary(time => "WebSockets:" + time, string? (_) => "00:00:00.300");
}
