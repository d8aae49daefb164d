using System.Security.Cryptography;
using RoomMonitor.Web.Realtime;

namespace RoomMonitor.Web.Sockets;

/// <summary>
/// What some sockets listen to in common: a numbered stream of changes, and its receivers. Everything here happens under the
/// hub's lock.
/// </summary>
internal abstract class SocketChannel(TimeSpan heartbeat)
{
    private const int HeartbeatSlots = 60;

    private readonly HashSet<SocketConnection> _connections = [];
    private SocketMessage? _status;
    private (long Version, DateTime Second) _statusAsOf;
    private int _added;

    /// <summary>Opaque; its own for each channel of each process.</summary>
    public string Epoch { get; } = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8));

    /// <summary>The number of the last change.</summary>
    public long Sequence { get; private set; }

    public IReadOnlyCollection<SocketConnection> Connections => _connections;

    /// <summary>Whether there still is something to tell: a room may be deactivated.</summary>
    public abstract bool ExistsIn(OccupancySnapshot snapshot);

    public void Add(SocketConnection connection, TimeProvider clock)
    {
        // Spread over the interval, however many connect at once: together they would hold up what is news.
        var wait = heartbeat - (heartbeat / HeartbeatSlots * (_added++ % HeartbeatSlots));
        connection.BeatDue = clock.GetTimestamp() + Ticks(wait, clock);
        _connections.Add(connection);
    }

    public void Remove(SocketConnection connection)
    {
        _connections.Remove(connection);
        if (_connections.Count == 0)
        {
            _status = null;
        }
    }

    /// <summary>
    /// The state after the last change: for a new connection, on request, or in place of a full queue. Made at most once a second
    /// and version, however many ask: its timestamp is to be trusted.
    /// </summary>
    public SocketMessage Status(SocketDelivery delivery)
    {
        var asOf = (delivery.Snapshot.Version, delivery.Instant.AddTicks(-(delivery.Instant.Ticks % TimeSpan.TicksPerSecond)));
        if (_status is null || _statusAsOf != asOf)
        {
            _status = MakeStatus(delivery, Stamp(delivery));
            _statusAsOf = asOf;
        }

        return _status;
    }

    /// <summary>Tells of a change by the whole state.</summary>
    public void PublishStatus(SocketDelivery delivery)
    {
        Sequence++;
        if (_connections.Count > 0)
        {
            // Also for those who connect right now.
            _status = null;
            PostToAll(Status(delivery), delivery);
        }
    }

    /// <summary>Sends the heartbeat to those to whom it is due.</summary>
    public void Beat(SocketDelivery delivery, TimeProvider clock)
    {
        var (now, interval) = (clock.GetTimestamp(), Ticks(heartbeat, clock));
        SocketMessage? full = null;
        SocketMessage? light = null;
        foreach (var connection in _connections)
        {
            if (connection.BeatDue > now)
            {
                continue;
            }

            // On the grid of the first one, so that late ticks don't add up; anew after a pause.
            connection.BeatDue = (now - connection.BeatDue < interval ? connection.BeatDue : now) + interval;
            delivery.Post(
                connection,
                connection.WantsLightHeartbeat ? light ??= MakeHeartbeat(delivery, Stamp(delivery), isLight: true) : full ??= MakeHeartbeat(delivery, Stamp(delivery), isLight: false));
        }
    }

    protected abstract SocketMessage MakeStatus(SocketDelivery delivery, SocketStamp stamp);

    /// <param name="isLight">The client asked for one without the state.</param>
    protected abstract SocketMessage MakeHeartbeat(SocketDelivery delivery, SocketStamp stamp, bool isLight);

    /// <summary>Tells of one change. It counts also while nobody listens, and is a message only where somebody does.</summary>
    protected void Publish(RoomChange change, SocketDelivery delivery, Func<RoomChange, OccupancySnapshot, SocketStamp, SocketMessage> make)
    {
        Sequence++;
        if (_connections.Count > 0)
        {
            PostToAll(make(change, delivery.Snapshot, Stamp(delivery)), delivery);
        }
    }

    private void PostToAll(SocketMessage message, SocketDelivery delivery)
    {
        foreach (var connection in _connections)
        {
            delivery.Post(connection, message);
        }
    }

    private static long Ticks(TimeSpan span, TimeProvider clock) => (long)(span.TotalSeconds * clock.TimestampFrequency);

    private SocketStamp Stamp(SocketDelivery delivery) => new(Sequence, Epoch, delivery.Instant);
}
