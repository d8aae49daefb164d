using RoomMonitor.Bench.Core;

namespace RoomMonitor.Bench.Bell;

/// <summary>One bell. Times are in milliseconds, of sockets and circuits from the bell on.</summary>
/// <param name="Answers">Of the bookings around it.</param>
/// <param name="MemoryGrowthMib">The most resident memory in the 10 s after it, less that right before it.</param>
/// <param name="Failures">Bookings that failed.</param>
internal sealed record BellFigures(Distribution Sockets, Distribution Circuits, Distribution Answers, double MemoryGrowthMib, int Failures);
