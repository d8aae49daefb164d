namespace RoomMonitor.Bench.Core;

/// <summary>Any number of times in the same memory: counted by the tenth of a millisecond. Not safe for several threads.</summary>
public sealed class LatencyHistogram
{
    private const double PerMillisecond = 10;

    // Ten seconds; what takes longer counts as that, but for the greatest.
    private const int Most = 100_000;

    // As far as it is used: few times are long.
    private long[] _counts = [];

    public long Count { get; private set; }

    public double Max { get; private set; }

    public void Add(double milliseconds)
    {
        var index = Math.Clamp((int)(milliseconds * PerMillisecond), 0, Most - 1);
        Reach(index + 1);
        _counts[index]++;
        Count++;
        Max = Math.Max(Max, milliseconds);
    }

    public void Add(LatencyHistogram other)
    {
        Reach(other._counts.Length);
        for (var i = 0; i < other._counts.Length; i++)
        {
            _counts[i] += other._counts[i];
        }

        Count += other.Count;
        Max = Math.Max(Max, other.Max);
    }

    /// <summary>By nearest rank, rounded up to a tenth of a millisecond.</summary>
    public double At(double percent)
    {
        var rank = Math.Max(1, (long)Math.Ceiling(percent / 100 * Count));
        long sum = 0;
        for (var i = 0; i < Math.Min(_counts.Length, Most - 1); i++)
        {
            sum += _counts[i];
            if (sum >= rank)
            {
                return (i + 1) / PerMillisecond;
            }
        }

        return Math.Round(Max, 1);
    }

    private void Reach(int length)
    {
        if (length > _counts.Length)
        {
            Array.Resize(ref _counts, length);
        }
    }
}
