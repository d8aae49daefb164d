using RoomMonitor.Data.Series;
using RoomMonitor.Domain.Reservations;

namespace RoomMonitor.Web.Features.Booking.Recurring;

/// <summary>A series was checked; nothing is held.</summary>
public sealed record SeriesPreviewed(SeriesDraft Draft, SeriesPreview Preview);
