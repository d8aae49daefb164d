namespace RoomMonitor.Domain.Reservations;

/// <summary>Pending and confirmed reservations hold their room; cancelled ones never do.</summary>
public enum ReservationStatus
{
    Pending,
    Confirmed,
    Cancelled,
}
