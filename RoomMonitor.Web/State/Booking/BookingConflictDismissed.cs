namespace RoomMonitor.Web.State.Booking;

/// <summary>None of the alternatives was wanted.</summary>
public sealed record BookingConflictDismissed;
