namespace RoomMonitor.Web.Features.Booking;

/// <summary>Somebody else was faster, or the room is closed.</summary>
public sealed record BookingConflicted(BookingConflict Conflict);
