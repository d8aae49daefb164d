using RoomMonitor.Domain.Reservations;

namespace RoomMonitor.Web.Features.Booking.Recurring;

/// <summary>A series can't be like that, or was in the way of something; nothing was booked.</summary>
public sealed record SeriesRefused(SeriesDraft Draft, string Reason);
