namespace RoomMonitor.Bench.Report;

/// <summary>One bar of a chart.</summary>
/// <param name="Kind">A class of the page's style: <c>own</c>, <c>other</c>, <c>kept</c>, <c>missed</c>; with <c>soft</c> and <c>softer</c> for further percentiles.</param>
/// <param name="Target">What it should not exceed; null for none.</param>
public sealed record Bar(string Name, double Value, string Kind, double? Target = null);
