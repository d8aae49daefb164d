namespace RoomMonitor.Web.Features.Booking;

/// <summary>Somebody wants to book the same as once before.</summary>
public sealed record BookAgainRequested(int ReservationId);
