using System.Buffers.Binary;
using System.Text.Json;

namespace RoomMonitor.Tests.WebSockets;

/// <summary>Data and control frames take different ways to the socket, and must not get into each other's way.</summary>
public sealed class FrameOrderTests
{
    private const string Overview = "/ws/rooms/overview/";
    private const int ManyRooms = 1500;
    private const int SmallBuffer = 4096;
    private const int BinaryFrame = 2;

    private static readonly byte[] _normalClosure = [1000 >> 8, 1000 & 255];

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task PeersClose_WhileASendIsUnderWay_IsAnsweredAfterTheMessage(bool isDirect)
    {
        await using var server = await SocketServer.StartAsync(ManyRooms, sendBuffer: SmallBuffer, isDirect: isDirect);
        using var client = await RawSocketClient.ConnectAsync(server.Address, Overview);
        await client.SendAsync(RawSocketClient.CloseFrame, _normalClosure);

        var frames = await client.ReadFramesAsync();

        frames.Select(frame => frame.Opcode).Should().Equal(RawSocketClient.TextFrame, RawSocketClient.CloseFrame);
        JsonSerializer.Deserialize<JsonElement>(frames[0].Payload).Rooms().Should().HaveCount(ManyRooms);
        frames[1].Payload.Should().Equal(_normalClosure);
        await server.EndedAsync();
        server.Log.Errors.Should().BeEmpty();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task StuckReader_FindsPingsAndTheCloseBetweenMessages_AndNothingBehindTheClose(bool isDirect)
    {
        const int Pings = 3;
        var settings = new Dictionary<string, string?> { ["WebSockets:KeepAliveInterval"] = "00:00:00.100", ["WebSockets:ShutdownTimeout"] = "00:01:00" };
        await using var server = await SocketServer.StartAsync(ManyRooms, settings, sendBuffer: SmallBuffer, isDirect: isDirect);
        using var stuck = await RawSocketClient.ConnectAsync(server.Address, Overview);
        using var witness = await RawSocketClient.ConnectAsync(server.Address, "/ws/rooms/1/");
        for (var pings = 0; pings < Pings;)
        {
            // The next one comes where this one is answered: by then the stuck one's, of the same interval, is on its way.
            var (opcode, payload) = (await witness.TryReadFrameAsync())!.Value;
            if (opcode == RawSocketClient.PingFrame)
            {
                pings++;
                await witness.SendAsync(RawSocketClient.PongFrame, payload);
            }
        }

        server.Booking.Create(1);
        await witness.ReadMessageAsync();
        var stop = server.App.StopAsync();
        while ((await witness.TryReadFrameAsync())!.Value.Opcode != RawSocketClient.CloseFrame)
        {
        }

        await witness.SendAsync(RawSocketClient.CloseFrame, _normalClosure);
        var frames = new List<(int Opcode, byte[] Payload)>();
        do
        {
            frames.Add((await stuck.TryReadFrameAsync())!.Value);
        }
        while (frames[^1].Opcode != RawSocketClient.CloseFrame);

        await stuck.SendAsync(RawSocketClient.CloseFrame, _normalClosure);
        (await stuck.ReadFramesAsync()).Should().BeEmpty();
        await stop;
        frames.Should().OnlyContain(frame => frame.Opcode == RawSocketClient.TextFrame || frame.Opcode == RawSocketClient.PingFrame || frame.Opcode == RawSocketClient.CloseFrame);
        frames.Should().Contain(frame => frame.Opcode == RawSocketClient.PingFrame);
        JsonSerializer.Deserialize<JsonElement>(frames.First(frame => frame.Opcode == RawSocketClient.TextFrame).Payload).Rooms().Should().HaveCount(ManyRooms);
        BinaryPrimitives.ReadUInt16BigEndian(frames[^1].Payload).Should().Be(1001);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Close_WhileChangesFlow_IsTheLastFrame(bool isDirect)
    {
        const int Clients = 100;
        Dictionary<string, string?> comesAgainAtOnce = new() { ["WebSockets:LongestOpeningDelay"] = "00:00:00" };
        await using var server = await SocketServer.StartAsync(settings: comesAgainAtOnce, isDirect: isDirect);
        var isOver = false;
        var changes = Task.Run(() =>
        {
            for (var made = 0; !Volatile.Read(ref isOver); made++)
            {
                server.Booking.Create(1, minutes: 1, inMinutes: 30 + (made % 400));
            }
        });

        for (var i = 0; i < Clients; i++)
        {
            using var client = await RawSocketClient.ConnectAsync(server.Address, Overview);
            await client.ReadMessageAsync();
            await client.SendAsync(BinaryFrame, [1]);
            while ((await client.TryReadFrameAsync())!.Value.Opcode != RawSocketClient.CloseFrame)
            {
            }

            await client.SendAsync(RawSocketClient.CloseFrame, _normalClosure);
            (await client.ReadFramesAsync()).Should().BeEmpty();
        }

        Volatile.Write(ref isOver, true);
        await changes;
        await server.EndedAsync(Clients);
        server.Log.Errors.Should().BeEmpty();
    }
}
