namespace RoomMonitor.Web.Features.Booking.Recurring;

/// <summary>Nobody thinks of a series any more.</summary>
public sealed record SeriesDismissed;
