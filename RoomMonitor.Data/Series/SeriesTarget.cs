namespace RoomMonitor.Data.Series;

/// <summary>What a change of a series is about.</summary>
/// <param name="OccurrenceId">The reservation that it was asked for at; not needed for all of them.</param>
public sealed record SeriesTarget(SeriesScope Scope, int? OccurrenceId = null);
