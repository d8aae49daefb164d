namespace RoomMonitor.Web.Realtime;

/// <summary>Everything that reached a subscriber since it last read.</summary>
/// <param name="Latest">The board after the last update.</param>
/// <param name="Updates">In order; empty where <paramref name="Overflowed"/>.</param>
/// <param name="Overflowed">The subscriber was too slow: single updates were dropped, the latest state replaces them.</param>
public sealed record OccupancyBatch(OccupancySnapshot Latest, IReadOnlyList<OccupancyUpdate> Updates, bool Overflowed);
