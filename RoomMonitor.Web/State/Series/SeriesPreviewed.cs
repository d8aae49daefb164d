using RoomMonitor.Data.Series;

namespace RoomMonitor.Web.State.Series;

/// <summary>A series was checked; nothing is held.</summary>
public sealed record SeriesPreviewed(SeriesDraft Draft, SeriesPreview Preview);
