namespace RoomMonitor.Web.Features.Reservations;

/// <summary>The user wants to change a reservation.</summary>
public sealed record ReservationChangeRequested(OwnReservation Reservation, ReservationAct Act);
