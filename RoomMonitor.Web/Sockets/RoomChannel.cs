using RoomMonitor.Web.Realtime;

namespace RoomMonitor.Web.Sockets;

/// <summary><c>/ws/rooms/{room_id}/</c>.</summary>
internal sealed class RoomChannel(int roomId, SocketMessages messages, SocketOptions options) : SocketChannel(options.RoomHeartbeat)
{
    private readonly Func<RoomChange, OccupancySnapshot, SocketStamp, SocketMessage> _makeEvent = messages.ReservationEvent;
    private readonly Func<RoomChange, OccupancySnapshot, SocketStamp, SocketMessage> _makeStatus =
        (change, _, stamp) => messages.RoomStatus(SocketMessages.RoomStatusType, change.Status, stamp);

    public override bool ExistsIn(OccupancySnapshot snapshot) => snapshot.Find(roomId) is not null;

    public void Publish(RoomChange change, SocketDelivery delivery) =>
        Publish(change, delivery, change.Action is null ? _makeStatus : _makeEvent);

    protected override SocketMessage MakeStatus(SocketDelivery delivery, SocketStamp stamp) =>
        Make(SocketMessages.RoomStatusType, delivery.Snapshot, stamp);

    protected override SocketMessage MakeHeartbeat(SocketDelivery delivery, SocketStamp stamp, bool isLight) =>
        Make(SocketMessages.HeartbeatType, delivery.Snapshot, stamp);

    private SocketMessage Make(string type, OccupancySnapshot snapshot, SocketStamp stamp) =>
        messages.RoomStatus(type, snapshot.StatusAt(snapshot.Find(roomId)!, stamp.Instant), stamp);
}
