using RoomMonitor.Domain.Names;
using RoomMonitor.Web.Realtime;

namespace RoomMonitor.Web.Sockets;

/// <summary><c>/ws/rooms/overview/</c>: one building, or (null) all rooms.</summary>
internal sealed class OverviewChannel(string? building, SocketMessages messages, SocketOptions options) : SocketChannel(options.OverviewHeartbeat)
{
    private readonly Func<RoomChange, OccupancySnapshot, SocketStamp, SocketMessage> _makeUpdate = messages.RoomUpdate;

    public override bool ExistsIn(OccupancySnapshot snapshot) => building is null || snapshot.Rooms.Any(room => NameText.Plain(room.Room.Building) == building);

    public void Publish(IReadOnlyCollection<RoomChange> all, SocketDelivery delivery)
    {
        var changes = building is null ? all : all.Where(change => NameText.Plain(change.Status.Room.Building) == building).ToList();
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

    protected override SocketMessage MakeHeartbeat(SocketDelivery delivery, SocketStamp stamp, bool isLight) =>
        isLight ? messages.LightHeartbeat(stamp) : messages.RoomsStatus(SocketMessages.HeartbeatType, delivery.Snapshot, building, stamp);
}
