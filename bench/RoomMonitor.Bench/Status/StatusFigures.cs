using RoomMonitor.Bench.Core;

namespace RoomMonitor.Bench.Status;

/// <summary>What reading the status cost the server.</summary>
/// <param name="CpuMicrosecondsPerRequest">Of the server's process.</param>
/// <param name="BodyBytes">As sent.</param>
public sealed record StatusFigures(double CpuMicrosecondsPerRequest, double RequestsPerSecond, long BodyBytes)
{
    public static StatusFigures MedianOf(IReadOnlyCollection<StatusFigures> rounds) => new(
        Median.Of(rounds.Select(round => round.CpuMicrosecondsPerRequest)),
        Median.Of(rounds.Select(round => round.RequestsPerSecond)),
        rounds.Max(round => round.BodyBytes));
}
