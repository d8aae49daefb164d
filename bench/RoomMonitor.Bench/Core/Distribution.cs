using System.Text.Json.Serialization;

namespace RoomMonitor.Bench.Core;

/// <summary>What is told of many measured values; percentiles by nearest rank. Times are in milliseconds.</summary>
public sealed record Distribution(int Count, double P50, double P95, double P99, double Max, [property: JsonIgnore] double Mean)
{
    public static Distribution Of(IEnumerable<double> values)
    {
        var sorted = values.Order().ToArray();
        return sorted.Length == 0 ? new Distribution(0, 0, 0, 0, 0, 0) : new Distribution(sorted.Length, At(50), At(95), At(99), Math.Round(sorted[^1], 3), sorted.Average());

        double At(double percent) => Math.Round(sorted[Math.Max(0, (int)Math.Ceiling(percent / 100 * sorted.Length) - 1)], 3);
    }
}
