using RoomMonitor.Data.Series;

namespace RoomMonitor.Web.Api.Contracts;

/// <summary>Which occurrences of a series to cancel.</summary>
/// <param name="Scope"><c>this</c> occurrence, it and the <c>following</c> ones, or <c>all</c>; those that have begun stay.</param>
/// <param name="OccurrenceId">The reservation at which to begin; needed unless the scope is <c>all</c>.</param>
public sealed record WireSeriesCancellation(SeriesScope Scope, int? OccurrenceId = null);
