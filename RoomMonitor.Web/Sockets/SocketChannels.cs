using RoomMonitor.Domain.Names;
using RoomMonitor.Web.Realtime;

namespace RoomMonitor.Web.Sockets;

/// <summary>
/// The channels that anybody has ever asked for. Nobody has seen the epoch of the others, so they need not count. Everything here
/// happens under the hub's lock.
/// </summary>
internal sealed class SocketChannels(SocketMessages messages, SocketOptions options)
{
    private readonly Dictionary<int, RoomChannel> _rooms = [];
    private readonly Dictionary<string, OverviewChannel> _buildings = new(StringComparer.Ordinal);
    private readonly OverviewChannel _campus = new(null, messages, options);

    public IEnumerable<SocketChannel> All => Overviews.Concat<SocketChannel>(_rooms.Values);

    private IEnumerable<OverviewChannel> Overviews => _buildings.Values.Prepend(_campus);

    public static bool Exist(SocketAddress address, OccupancySnapshot snapshot) => address switch
    {
        { RoomId: { } roomId } => snapshot.Find(roomId) is not null,
        { Building: { } building } => snapshot.Rooms.Any(room => NameText.Plain(room.Room.Building) == building),
        _ => true,
    };

    public SocketChannel Get(SocketAddress address)
    {
        if (address.RoomId is { } roomId)
        {
            return _rooms.TryGetValue(roomId, out var room) ? room : _rooms[roomId] = new RoomChannel(roomId, messages, options);
        }

        if (address.Building is not { } building)
        {
            return _campus;
        }

        return _buildings.TryGetValue(building, out var channel)
            ? channel
            : _buildings[building] = new OverviewChannel(building, messages, options);
    }

    public void Publish(OccupancyUpdate update, SocketDelivery delivery)
    {
        foreach (var change in update.Changes)
        {
            if (_rooms.TryGetValue(change.RoomId, out var room))
            {
                room.Publish(change, delivery);
            }
        }

        // A room that moved to another building left the first one's list.
        var roomsChanged = update.RoomsChanged || update.Changes.Any(change => NameText.Plain(change.Before.Room.Building) != NameText.Plain(change.Status.Room.Building));
        foreach (var overview in Overviews)
        {
            if (roomsChanged)
            {
                overview.PublishStatus(delivery);
            }
            else
            {
                overview.Publish(update.Changes, delivery);
            }
        }
    }

    /// <summary>Tells everybody the whole state: which changes led to it is not known.</summary>
    public void PublishStatuses(SocketDelivery delivery)
    {
        foreach (var channel in All)
        {
            channel.PublishStatus(delivery);
        }
    }

    /// <summary>Removes the channels of rooms and buildings that are no longer there.</summary>
    /// <returns>Their receivers.</returns>
    public List<SocketConnection> TakeGone(OccupancySnapshot snapshot)
    {
        var connections = new List<SocketConnection>();
        Take(_rooms);
        Take(_buildings);
        return connections;

        void Take<TKey, TChannel>(Dictionary<TKey, TChannel> channels)
            where TKey : notnull
            where TChannel : SocketChannel
        {
            foreach (var (key, channel) in channels)
            {
                if (!channel.ExistsIn(snapshot))
                {
                    channels.Remove(key);
                    connections.AddRange(channel.Connections);
                }
            }
        }
    }
}
