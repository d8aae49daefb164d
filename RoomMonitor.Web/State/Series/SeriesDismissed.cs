namespace RoomMonitor.Web.State.Series;

/// <summary>Nobody thinks of a series any more.</summary>
public sealed record SeriesDismissed;
