namespace RoomMonitor.Web.State.Booking;

/// <summary>Somebody asked for a room.</summary>
public sealed record BookingRequested(BookingRequest Request);
