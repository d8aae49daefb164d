namespace RoomMonitor.Web.Features.Booking;

/// <summary>None of the alternatives was wanted.</summary>
public sealed record BookingConflictDismissed;
