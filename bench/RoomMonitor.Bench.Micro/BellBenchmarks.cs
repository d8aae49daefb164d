using BenchmarkDotNet.Attributes;

namespace RoomMonitor.Bench.Micro;

/// <summary>An instant at which all rooms change.</summary>
[WarmupCount(3)]
[IterationCount(5)]
public class BellBenchmarks
{
    private const int Bells = 20;
    private Campus _campus = new(0);

    [Params(200, 2_000, 10_000)]
    public int Rooms { get; set; }

    /// <summary>A board whose time can pass only once.</summary>
    [IterationSetup]
    public void Setup() => _campus = new Campus(Rooms);

    [Benchmark(Description = "board bell", OperationsPerInvoke = Bells)]
    public void Bell()
    {
        for (var bell = 0; bell < Bells; bell++)
        {
            _campus.Ring();
        }
    }
}
