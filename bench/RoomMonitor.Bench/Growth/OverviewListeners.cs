using System.Net.WebSockets;
using RoomMonitor.Bench.Core;

namespace RoomMonitor.Bench.Growth;

/// <summary>Some sockets on the overview that read whatever comes, so that a booking costs what it costs with an audience.</summary>
public sealed class OverviewListeners : IAsyncDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private readonly List<Task> _readers = [];
    private int _received;

    private OverviewListeners()
    {
    }

    public static async Task<OverviewListeners> ConnectAsync(MeasuredServer server, int count)
    {
        var listeners = new OverviewListeners();
        var address = new UriBuilder(server.Address) { Scheme = "ws", Path = "/ws/rooms/overview/", Query = "heartbeat=light" }.Uri;
        for (var i = 0; i < count; i++)
        {
            var socket = new ClientWebSocket();
            await socket.ConnectAsync(address, CancellationToken.None);
            listeners._readers.Add(listeners.ReadAsync(socket));
        }

        return listeners;
    }

    /// <summary>Whole messages so far, of all sockets.</summary>
    public int Received => Volatile.Read(ref _received);

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await Task.WhenAll(_readers);
        _stop.Dispose();
    }

    private async Task ReadAsync(ClientWebSocket socket)
    {
        using var own = socket;
        var buffer = new byte[64 * 1024];
        try
        {
            while ((await socket.ReceiveAsync(buffer.AsMemory(), _stop.Token)) is { MessageType: not WebSocketMessageType.Close } part)
            {
                if (part.EndOfMessage)
                {
                    Interlocked.Increment(ref _received);
                }
            }
        }
        catch (OperationCanceledException)
        {
            // The end of the measurement.
        }
    }
}
