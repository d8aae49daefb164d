using RoomMonitor.Bench.Core;

namespace RoomMonitor.Bench.Soak;

/// <summary>A third of the counted time.</summary>
/// <param name="ResidentMib">Mean of the samples.</param>
internal sealed record SoakThird(double ResidentMib, double Cores, double P50, double P99, double Max)
{
    public static SoakThird Of(IReadOnlyCollection<SoakSample> samples)
    {
        var latencies = new LatencyHistogram();
        foreach (var sample in samples)
        {
            latencies.Add(sample.Latencies);
        }

        return new SoakThird(
            Math.Round(samples.Average(sample => sample.ResidentMib), 2),
            Math.Round(samples.Average(sample => sample.Cores), 3),
            latencies.At(50),
            latencies.At(99),
            Math.Round(latencies.Max, 1));
    }
}
