namespace RoomMonitor.Data.Demo;

/// <summary>SplitMix64 (Steele, Lea, Flood 2014): the same numbers from the same seed on every runtime.</summary>
public sealed class DemoRandom(ulong seed)
{
    private ulong _state = seed;

    /// <summary>A generator of its own for a name and a day, so that each day's plan stands by itself.</summary>
    public static DemoRandom For(string name, DateOnly date)
    {
        var seed = (ulong)date.DayNumber;
        foreach (var letter in name)
        {
            seed = (seed ^ letter) * 0x100000001B3;
        }

        return new DemoRandom(seed);
    }

    /// <summary>0 to below <paramref name="limit"/>.</summary>
    public int Next(int limit) => (int)(NextUInt64() % (ulong)limit);

    public bool Chance(double probability) => (NextUInt64() >> 11) * (1.0 / (1UL << 53)) < probability;

    public T Pick<T>(IReadOnlyList<T> items) => items[Next(items.Count)];

    private ulong NextUInt64()
    {
        var z = _state += 0x9E3779B97F4A7C15;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}
