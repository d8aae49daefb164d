namespace RoomMonitor.Web.State.Reservations;

/// <summary>One's own reservations could not be read.</summary>
public sealed record ReservationsFailed;
