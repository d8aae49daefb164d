using RoomMonitor.Web.Realtime;

namespace RoomMonitor.Web.Sockets;

/// <summary>
/// What one update, one tick or one request puts into queues. It is filled under the hub's lock, which costs no more than a few
/// nanoseconds a receiver; serialising and sending begin with <see cref="Start"/>, after the lock.
/// </summary>
internal sealed class SocketDelivery(OccupancySnapshot snapshot, DateTime now)
{
    /// <summary>Fewer receivers are sent to before another thread is awake.</summary>
    private const int ShareFrom = 128;

    private readonly List<(SocketConnection Connection, SocketMessage Message)> _idle = [];

    public OccupancySnapshot Snapshot { get; } = snapshot;

    /// <summary>Campus time of the messages; never past a change that they don't contain.</summary>
    public DateTime Instant { get; } = snapshot.ReadableAt(now);

    public void Post(SocketConnection connection, SocketMessage message)
    {
        if (connection.Enqueue(message))
        {
            _idle.Add((connection, message));
        }
    }

    /// <summary>Sends on the connections that were idle; on the others whoever is sending goes on with the queue.</summary>
    public void Start()
    {
        // Many are shared among the cores: the last one waits for its share, not for all.
        var parts = _idle.Count < ShareFrom ? 1 : Environment.ProcessorCount;
        if (parts == 1)
        {
            Send(0, _idle.Count);
        }
        else
        {
            Parallel.For(0, parts, part => Send(part * _idle.Count / parts, (part + 1) * _idle.Count / parts));
        }
    }

    private void Send(int from, int to)
    {
        for (var i = from; i < to; i++)
        {
            var (connection, message) = _idle[i];
            _ = connection.SendAsync(message);
        }
    }
}
