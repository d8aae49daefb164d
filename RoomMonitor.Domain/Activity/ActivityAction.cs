namespace RoomMonitor.Domain.Activity;

/// <summary>What an entry of the activity log is about. On the wire: <c>reservation_created</c> and so on.</summary>
public enum ActivityAction
{
    ReservationCreated,
    ReservationConfirmed,
    ReservationCancelled,
    ReservationUpdated,
    ReservationDeleted,
    RoomCreated,
    RoomUpdated,
    BlackoutCreated,
    BlackoutDeleted,
}
