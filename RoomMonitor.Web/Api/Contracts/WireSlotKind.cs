namespace RoomMonitor.Web.Api.Contracts;

/// <summary>What holds a room: on the wire <c>reservation</c> or <c>closure</c>.</summary>
public enum WireSlotKind
{
    Reservation,
    Closure,
}
