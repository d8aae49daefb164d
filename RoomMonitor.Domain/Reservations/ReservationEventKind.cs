namespace RoomMonitor.Domain.Reservations;

public enum ReservationEventKind
{
    Created,
    Confirmed,
    Cancelled,
    Updated,
    Deleted,
}
