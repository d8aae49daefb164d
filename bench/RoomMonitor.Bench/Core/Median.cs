namespace RoomMonitor.Bench.Core;

/// <summary>The middle of what several rounds came to.</summary>
public static class Median
{
    /// <summary>Of an even number, the mean of the two in the middle.</summary>
    public static double Of(IEnumerable<double> values)
    {
        var sorted = values.Order().ToArray();
        return sorted.Length == 0
            ? throw new BenchException("Nothing was measured: give at least one round.")
            : Significant((sorted[sorted.Length / 2] + sorted[(sorted.Length - 1) / 2]) / 2);
    }

    /// <summary>Four digits: more would be noise.</summary>
    public static double Significant(double value) =>
        value == 0 || !double.IsFinite(value) ? 0 : Math.Round(value, Math.Clamp(3 - (int)Math.Floor(Math.Log10(Math.Abs(value))), 0, 15));
}
