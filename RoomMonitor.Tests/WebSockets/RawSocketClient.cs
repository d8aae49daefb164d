using System.Buffers.Binary;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;

namespace RoomMonitor.Tests.WebSockets;

/// <summary>A WebSocket client on bare TCP: it reads only when told to, answers no ping, and has next to no buffer.</summary>
internal sealed class RawSocketClient : IDisposable
{
    public const int ContinuationFrame = 0;
    public const int TextFrame = 1;
    public const int CloseFrame = 8;
    public const int PingFrame = 9;
    public const int PongFrame = 10;

    private readonly TcpClient _tcp = new() { ReceiveBufferSize = 4096 };
    private readonly CancellationTokenSource _deadline = new(TimeSpan.FromSeconds(60));
    private NetworkStream? _stream;

    public static async Task<RawSocketClient> ConnectAsync(Uri server, string path)
    {
        var client = new RawSocketClient();
        await client._tcp.ConnectAsync(server.Host, server.Port, client._deadline.Token);
        client._stream = client._tcp.GetStream();
        var request = $"GET {path} HTTP/1.1\r\nHost: {server.Authority}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n"
            + "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n";
        await client._stream.WriteAsync(Encoding.ASCII.GetBytes(request), client._deadline.Token);
        var head = new StringBuilder();
        while (!head.ToString().EndsWith("\r\n\r\n", StringComparison.Ordinal))
        {
            head.Append((char)(await client.ReadAsync(1))[0]);
        }

        head.ToString().Should().StartWith("HTTP/1.1 101");
        return client;
    }

    /// <summary>The next frame; null where the connection ends, whichever way.</summary>
    public async Task<(int Opcode, byte[] Payload)?> TryReadFrameAsync()
    {
        try
        {
            var head = await ReadAsync(2);
            var length = head[1] switch
            {
                126 => BinaryPrimitives.ReadUInt16BigEndian(await ReadAsync(2)),
                127 => (int)BinaryPrimitives.ReadUInt64BigEndian(await ReadAsync(8)),
                var small => small,
            };
            return (head[0] & 15, await ReadAsync(length));
        }
        catch (IOException)
        {
            return null;
        }
    }

    /// <summary>The next message, pings skipped.</summary>
    public async Task<JsonElement> ReadMessageAsync()
    {
        while (true)
        {
            var frame = await TryReadFrameAsync() ?? throw new InvalidOperationException("The connection ended.");
            if (frame.Opcode == TextFrame)
            {
                return JsonSerializer.Deserialize<JsonElement>(frame.Payload);
            }
        }
    }

    /// <summary>Reads to the end.</summary>
    public async Task<List<(int Opcode, byte[] Payload)>> ReadFramesAsync()
    {
        var frames = new List<(int, byte[])>();
        while (await TryReadFrameAsync() is { } frame)
        {
            frames.Add(frame);
        }

        return frames;
    }

    /// <summary>Reads to the end.</summary>
    /// <returns>Every frame but messages.</returns>
    public async Task<List<(int Opcode, byte[] Payload)>> ReadControlFramesAsync() =>
        [.. (await ReadFramesAsync()).Where(frame => frame.Opcode != TextFrame)];

    /// <summary>Sends a frame of at most 125 bytes; its mask is zero.</summary>
    public Task SendAsync(int opcode, byte[] payload, bool isFinal = true) => SendAsync(Frame(opcode, payload, isFinal));

    /// <summary>Sends bytes as they are.</summary>
    public async Task SendAsync(byte[] bytes) => await _stream!.WriteAsync(bytes, _deadline.Token);

    public static byte[] Frame(int opcode, byte[] payload, bool isFinal = true) =>
        [(byte)((isFinal ? 0x80 : 0) | opcode), (byte)(0x80 | payload.Length), 0, 0, 0, 0, .. payload];

    public void Dispose()
    {
        _tcp.Dispose();
        _deadline.Dispose();
    }

    private async Task<byte[]> ReadAsync(int count)
    {
        var bytes = new byte[count];
        await _stream!.ReadExactlyAsync(bytes, _deadline.Token);
        return bytes;
    }
}
