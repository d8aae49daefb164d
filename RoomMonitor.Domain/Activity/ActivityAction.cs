namespace RoomMonitor.Domain.Activity;

/// <summary>What an entry of the activity log is about.</summary>
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
