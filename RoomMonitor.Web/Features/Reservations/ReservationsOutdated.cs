namespace RoomMonitor.Web.Features.Reservations;

/// <summary>Something of what is shown may have changed: by anybody, or by the passing of time.</summary>
public sealed record ReservationsOutdated;
