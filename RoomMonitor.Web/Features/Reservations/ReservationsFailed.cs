namespace RoomMonitor.Web.Features.Reservations;

/// <summary>One's own reservations could not be read.</summary>
public sealed record ReservationsFailed;
