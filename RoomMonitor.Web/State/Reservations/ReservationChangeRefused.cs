namespace RoomMonitor.Web.State.Reservations;

/// <summary>Nothing was changed.</summary>
public sealed record ReservationChangeRefused(int Id, ReservationAct Act, ReservationRefusal Refusal);
