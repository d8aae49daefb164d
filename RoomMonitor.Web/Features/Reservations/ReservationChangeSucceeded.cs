namespace RoomMonitor.Web.Features.Reservations;

/// <summary>A reservation was changed as asked, perhaps with others of its series.</summary>
public sealed record ReservationChangeSucceeded(OwnReservation Before, ReservationAct Act);
