using RoomMonitor.Domain.Reservations;

namespace RoomMonitor.Web.State.Reservations;

/// <summary>A reservation was changed as asked.</summary>
/// <param name="Status">The status after it: pending, where the other time has to be approved again.</param>
public sealed record ReservationChangeSucceeded(OwnReservation Before, ReservationAct Act, ReservationStatus Status);
