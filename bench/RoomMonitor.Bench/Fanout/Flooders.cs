using System.Net.Sockets;
using System.Text;
using RoomMonitor.Bench.Sockets;

namespace RoomMonitor.Bench.Fanout;

/// <summary>
/// Clients that send empty pings as fast as they go, read what comes, and come again a moment after they were told to go. They don't wait until
/// they are cut.
/// </summary>
internal sealed class Flooders : IAsyncDisposable
{
    private const int PingsAtOnce = 2_000;

    /// <summary>1008, as it stands in a close frame. No other message to a room has these bytes.</summary>
    private static readonly byte[] _policyViolation = [0x03, 0xF0];

    private static readonly TimeSpan _pause = TimeSpan.FromMilliseconds(100);
    private static readonly byte[] _pings = [.. Enumerable.Repeat(ClientFrame.Ping([]), PingsAtOnce).SelectMany(frame => frame)];

    private readonly CancellationTokenSource _stop = new();
    private readonly Task _all;
    private long _closed;

    public Flooders(Uri server, int count) => _all = Task.WhenAll(Enumerable.Range(0, count).Select(_ => Task.Run(() => FloodAsync(server))));

    /// <summary>How often one was told to go.</summary>
    public long Closed => Interlocked.Read(ref _closed);

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _all;
        _stop.Dispose();
    }

    private async Task FloodAsync(Uri server)
    {
        var upgrade = $"GET /ws/rooms/1/ HTTP/1.1\r\nHost: {server.Authority}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\n"
            + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n";
        while (!_stop.IsCancellationRequested)
        {
            try
            {
                using var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
                await socket.ConnectAsync(server.Host, server.Port, _stop.Token);
                await socket.SendAsync(Encoding.ASCII.GetBytes(upgrade), _stop.Token);
                await Task.WhenAny(SendAsync(socket), ReadAsync(socket));
                Interlocked.Increment(ref _closed);
                await Task.Delay(_pause, _stop.Token);
            }
            catch (Exception exception) when (exception is SocketException or OperationCanceledException)
            {
                // Cut, or the end.
            }
        }
    }

    private async Task SendAsync(Socket socket)
    {
        while (await socket.SendAsync(_pings, _stop.Token) > 0)
        {
        }
    }

    private async Task ReadAsync(Socket socket)
    {
        var buffer = new byte[64 * 1024];
        int count;
        while ((count = await socket.ReceiveAsync(buffer, _stop.Token)) > 0 && buffer.AsSpan(0, count).IndexOf(_policyViolation) < 0)
        {
        }
    }
}
