using RoomMonitor.Domain.Reservations;

namespace RoomMonitor.Web.Features.Booking.Recurring;

/// <summary>A series was booked.</summary>
public sealed record SeriesBooked(SeriesDraft Draft, int SeriesId, int Occurrences);
