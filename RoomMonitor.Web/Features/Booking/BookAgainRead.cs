namespace RoomMonitor.Web.Features.Booking;

/// <summary>What an own reservation was for.</summary>
public sealed record BookAgainRead(int ReservationId, string Purpose);
