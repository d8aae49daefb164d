namespace RoomMonitor.Web.Features.Reservations;

/// <summary>The page shows another list of one's own reservations.</summary>
public sealed record ReservationsRequested(ReservationsQuery Query);
