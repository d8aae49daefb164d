using RoomMonitor.Bench.Core;

namespace RoomMonitor.Bench.Growth;

/// <summary>What one booking takes; times of the answer in milliseconds.</summary>
/// <param name="CpuMicrosecondsPerBooking">Of the server's process.</param>
public sealed record BookingFigures(double CpuMicrosecondsPerBooking, double P50, double P95)
{
    public static BookingFigures MedianOf(IReadOnlyCollection<BookingFigures> rounds) => new(
        Median.Of(rounds.Select(round => round.CpuMicrosecondsPerBooking)), Median.Of(rounds.Select(round => round.P50)), Median.Of(rounds.Select(round => round.P95)));
}
