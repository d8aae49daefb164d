namespace RoomMonitor.Web.Features.Reservations;

/// <summary>Nothing was changed.</summary>
public sealed record ReservationChangeRefused(int Id, ReservationAct Act, ReservationRefusal Refusal);
