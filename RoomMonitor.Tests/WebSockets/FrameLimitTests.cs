using System.Buffers.Binary;
using System.Net.WebSockets;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Time.Testing;

namespace RoomMonitor.Tests.WebSockets;

public sealed class FrameLimitTests
{
    private const string Overview = "/ws/rooms/overview/";
    private const string OfOthers = "/elsewhere";
    private const int Limit = 200;

    private readonly FakeTimeProvider _real = new();

    [Theory]
    [InlineData(RawSocketClient.PingFrame)]
    [InlineData(RawSocketClient.PongFrame)]
    [InlineData(RawSocketClient.ContinuationFrame)]
    public async Task Frames_MoreThanTwoHundredInTenSeconds_Close1008(int opcode)
    {
        await using var server = await SocketServer.StartAsync(real: _real);
        using var client = await RawSocketClient.ConnectAsync(server.Address, Overview);
        for (var window = 0; window < 2; window++)
        {
            _real.Advance(TimeSpan.FromSeconds(10));
            await client.SendAsync(OfOneMessage(opcode, Limit - 1));
            await StaysAsync(client);
        }

        await client.SendAsync(RawSocketClient.PingFrame, []);

        (await ReadToCloseAsync(client)).Should().Be(WebSocketCloseStatus.PolicyViolation);
        await server.EndedAsync();
        server.Hub.ConnectionCount.Should().Be(0);
        server.Log.Errors.Should().BeEmpty();
    }

    [Fact]
    public async Task Message_ThatDoesNotEndInThirtySeconds_Closes1008()
    {
        await using var server = await SocketServer.StartAsync(real: _real);
        using var client = await RawSocketClient.ConnectAsync(server.Address, Overview);
        await client.SendAsync(RawSocketClient.TextFrame, Encoding.UTF8.GetBytes("{"), isFinal: false);

        // A control frame within the message doesn't end it.
        await StaysAsync(client);
        _real.Advance(TimeSpan.FromSeconds(30));

        (await ReadToCloseAsync(client)).Should().Be(WebSocketCloseStatus.PolicyViolation);
    }

    [Fact]
    public async Task Message_InFragments_WithinThirtySeconds_IsTaken()
    {
        await using var server = await SocketServer.StartAsync(real: _real);
        using var client = await RawSocketClient.ConnectAsync(server.Address, "/ws/rooms/1/");
        await client.ReadMessageAsync();
        for (var i = 0; i < 2; i++)
        {
            await client.SendAsync(RawSocketClient.TextFrame, Encoding.UTF8.GetBytes("""{"type":"""), isFinal: false);
            await StaysAsync(client);
            _real.Advance(TimeSpan.FromSeconds(29));
            await client.SendAsync(RawSocketClient.ContinuationFrame, Encoding.UTF8.GetBytes("\"ping\"}"));
            while ((await client.ReadMessageAsync()).Type() != "pong")
            {
            }
        }
    }

    [Fact]
    public async Task AfterAClose_NothingIsAnswered_AndTheClientsCloseEndsIt()
    {
        await using var server = await SocketServer.StartAsync(real: _real);
        using var client = await RawSocketClient.ConnectAsync(server.Address, Overview);
        await client.SendAsync(2, []);
        while ((await client.TryReadFrameAsync())!.Value.Opcode != RawSocketClient.CloseFrame)
        {
        }

        await client.SendAsync(
        [
            .. Many(RawSocketClient.PingFrame, Limit + 1),
            .. RawSocketClient.Frame(RawSocketClient.TextFrame, Encoding.UTF8.GetBytes("""{"type":"ping"}""")),
            .. RawSocketClient.Frame(RawSocketClient.CloseFrame, [3, 235]),
        ]);

        (await client.ReadFramesAsync()).Should().BeEmpty();
        await server.EndedAsync();
        server.Hub.ConnectionCount.Should().Be(0);
    }

    /// <summary>What the pages' own socket goes through.</summary>
    [Theory]
    [InlineData(RawSocketClient.TextFrame, "x", true, true)]
    [InlineData(RawSocketClient.PingFrame, "x", true, false)]
    [InlineData(RawSocketClient.TextFrame, "", true, false)]
    [InlineData(RawSocketClient.TextFrame, "x", false, false)]
    public async Task OtherSockets_AreHeldToTheLimitToo_ButForWholeMessages(int opcode, string payload, bool isFinal, bool stays)
    {
        await using var server = await SocketServer.StartAsync(real: _real, map: app => app.MapGet(OfOthers, async context =>
        {
            using var socket = await context.WebSockets.AcceptWebSocketAsync();
            var buffer = new byte[100];
            while ((await socket.ReceiveAsync(buffer, CancellationToken.None)).MessageType != WebSocketMessageType.Close)
            {
            }
        }));
        using var client = await RawSocketClient.ConnectAsync(server.Address, OfOthers);

        await client.SendAsync(
        [
            .. RawSocketClient.Frame(opcode, Encoding.UTF8.GetBytes(payload), isFinal),
            .. Many(isFinal ? opcode : RawSocketClient.ContinuationFrame, Limit, isFinal, payload),
            .. RawSocketClient.Frame(RawSocketClient.PingFrame, [7]),
        ]);

        var frames = new List<byte[]>();
        while (await client.TryReadFrameAsync() is { } frame)
        {
            frames.Add(frame.Payload);
            if (frame.Payload is [7])
            {
                break;
            }
        }

        frames.Any(frame => frame is [7]).Should().Be(stays);
    }

    private static byte[] Many(int opcode, int count, bool isFinal = true, string payload = "") =>
        [.. Enumerable.Repeat(RawSocketClient.Frame(opcode, Encoding.UTF8.GetBytes(payload), isFinal), count).SelectMany(frame => frame)];

    /// <summary>So many frames; continuations need a beginning and an end.</summary>
    private static byte[] OfOneMessage(int opcode, int count) => opcode != RawSocketClient.ContinuationFrame ? Many(opcode, count) :
    [
        .. RawSocketClient.Frame(RawSocketClient.TextFrame, [], isFinal: false), .. Many(opcode, count - 2, isFinal: false), .. RawSocketClient.Frame(opcode, []),
    ];

    /// <summary>Everything that was sent before has been read once the answer is there.</summary>
    private static async Task StaysAsync(RawSocketClient client)
    {
        await client.SendAsync(RawSocketClient.PingFrame, [7]);
        while (await client.TryReadFrameAsync() is { } frame)
        {
            if (frame is (RawSocketClient.PongFrame, [7]))
            {
                return;
            }
        }

        throw new InvalidOperationException("The connection ended.");
    }

    /// <summary>Answers the close frame, and reads to the end.</summary>
    private static async Task<WebSocketCloseStatus> ReadToCloseAsync(RawSocketClient client)
    {
        while (await client.TryReadFrameAsync() is { } frame)
        {
            if (frame.Opcode == RawSocketClient.CloseFrame)
            {
                await client.SendAsync(RawSocketClient.CloseFrame, frame.Payload[..2]);
                (await client.ReadFramesAsync()).Should().BeEmpty();
                return (WebSocketCloseStatus)BinaryPrimitives.ReadUInt16BigEndian(frame.Payload);
            }
        }

        throw new InvalidOperationException("The connection ended without a close frame.");
    }
}
