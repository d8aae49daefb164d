namespace RoomMonitor.Web.Features.Booking;

/// <summary>Somebody asked for a room.</summary>
public sealed record BookingRequested(BookingRequest Request);
