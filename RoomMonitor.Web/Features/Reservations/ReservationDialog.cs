namespace RoomMonitor.Web.Features.Reservations;

/// <summary>What is asked in a dialog about a reservation.</summary>
public enum ReservationDialog
{
    Cancel,
    EndEarly,
    Move,
    Describe,
}
