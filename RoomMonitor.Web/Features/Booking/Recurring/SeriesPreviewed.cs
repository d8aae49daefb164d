using RoomMonitor.Data.Series;

namespace RoomMonitor.Web.Features.Booking.Recurring;

/// <summary>A series was checked; nothing is held.</summary>
public sealed record SeriesPreviewed(SeriesDraft Draft, SeriesPreview Preview);
