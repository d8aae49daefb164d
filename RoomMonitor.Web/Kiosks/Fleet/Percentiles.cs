namespace RoomMonitor.Web.Kiosks.Fleet;

/// <summary>Of measured times in milliseconds, by nearest rank: each is one that was measured.</summary>
public sealed record Percentiles(int P50, int P99)
{
    /// <summary>Null where nothing was measured.</summary>
    public static Percentiles? Of(IEnumerable<int> samples)
    {
        var sorted = samples.Order().ToList();
        return sorted.Count == 0 ? null : new Percentiles(At(sorted, 50), At(sorted, 99));
    }

    private static int At(List<int> sorted, int percent) => sorted[((percent * sorted.Count) + 99) / 100 - 1];
}
