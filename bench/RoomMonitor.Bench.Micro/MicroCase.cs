namespace RoomMonitor.Bench.Micro;

/// <summary>One benchmark with one number of rooms.</summary>
/// <param name="MedianNanoseconds">Of one operation.</param>
/// <param name="AllocatedBytes">By one operation.</param>
internal sealed record MicroCase(double MedianNanoseconds, long AllocatedBytes);
