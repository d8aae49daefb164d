using RoomMonitor.Web.Realtime;

namespace RoomMonitor.Web.WebSockets;

/// <summary>
/// What one update, one tick or one request puts into queues. It is filled under the hub's lock, which costs no more than a few
/// nanoseconds a receiver; serialising and sending begin with <see cref="Start"/>, after the lock.
/// </summary>
internal sealed class SocketDelivery(OccupancySnapshot snapshot, DateTime now)
{
    private readonly List<SocketConnection> _idle = [];

    public OccupancySnapshot Snapshot { get; } = snapshot;

    /// <summary>Campus time of the messages; never past a change that they don't contain.</summary>
    public DateTime Instant { get; } = snapshot.ReadableAt(now);

    public void Post(SocketConnection connection, SocketMessage message)
    {
        if (connection.Enqueue(message))
        {
            _idle.Add(connection);
        }
    }

    /// <summary>Sends on the connections that were idle; on the others whoever is sending goes on with the queue.</summary>
    public void Start()
    {
        foreach (var connection in _idle)
        {
            _ = connection.SendQueueAsync();
        }
    }
}
