using RoomMonitor.Web.Realtime;

namespace RoomMonitor.Web.WebSockets;

/// <summary><c>/ws/rooms/overview/</c>: one building, or (null) all rooms.</summary>
internal sealed class OverviewChannel(string? building, SocketMessages messages, SocketOptions options) : SocketChannel(options.OverviewHeartbeat)
{
    private readonly Func<RoomChange, OccupancySnapshot, SocketStamp, SocketMessage> _makeUpdate = messages.RoomUpdate;

    public override bool ExistsIn(OccupancySnapshot snapshot) => building is null || snapshot.Rooms.Any(room => room.Room.Building == building);

    public void Publish(IReadOnlyCollection<RoomChange> all, SocketDelivery delivery)
    {
        var changes = building is null ? all : all.Where(change => change.Status.Room.Building == building).ToList();
        if (changes.Count > options.CollapseAbove && changes.Select(change => change.RoomId).Distinct().Count() > options.CollapseAbove)
        {
            PublishStatus(delivery);
            return;
        }

        foreach (var change in changes)
        {
            Publish(change, delivery, _makeUpdate);
        }
    }

    protected override SocketMessage MakeStatus(SocketDelivery delivery, SocketStamp stamp) =>
        messages.RoomsStatus(SocketMessages.RoomsStatusType, delivery.Snapshot, building, stamp);

    protected override void PostHeartbeat(SocketDelivery delivery, SocketStamp stamp)
    {
        // Each of the two is serialised only where somebody takes it.
        var full = messages.RoomsStatus(SocketMessages.HeartbeatType, delivery.Snapshot, building, stamp);
        var light = messages.LightHeartbeat(stamp);
        foreach (var connection in Connections)
        {
            delivery.Post(connection, connection.WantsLightHeartbeat ? light : full);
        }
    }
}
