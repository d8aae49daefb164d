using BenchmarkDotNet.Reports;
using RoomMonitor.Bench.Core;

namespace RoomMonitor.Bench.Micro;

/// <summary>What of BenchmarkDotNet's summary is kept.</summary>
/// <param name="Cases">By "benchmark, rooms", of which the report makes a chart for each benchmark.</param>
/// <param name="Ratios">Of what should not depend on the number of rooms: the time with most rooms to that with fewest.</param>
/// <param name="Failed">Benchmarks without a result.</param>
internal sealed record MicroResults(IReadOnlyDictionary<string, MicroCase> Cases, IReadOnlyDictionary<string, double> Ratios, int Failed)
{
    private static readonly string[] _oneRoom = [CalculationBenchmarks.OneRoom, BoardBenchmarks.OneChange, SerialisationBenchmarks.Update];

    public static MicroResults Of(Summary summary)
    {
        var done = summary.Reports.Where(report => report.ResultStatistics is not null).ToList();
        var cases = done.ToDictionary(
            report => $"{MicroConfig.NameOf(report.BenchmarkCase)}, {MicroConfig.RoomsOf(report.BenchmarkCase)} rooms",
            report => new MicroCase(Median.Significant(report.ResultStatistics!.Median), report.GcStats.GetBytesAllocatedPerOperation(report.BenchmarkCase) ?? 0));
        var ratios = done.GroupBy(report => MicroConfig.NameOf(report.BenchmarkCase)).Where(reports => _oneRoom.Contains(reports.Key)).ToDictionary(
            reports => reports.Key,
            reports =>
            {
                var bySize = reports.OrderBy(report => MicroConfig.RoomsOf(report.BenchmarkCase)).Select(report => report.ResultStatistics!.Median).ToList();
                return Median.Significant(bySize[^1] / bySize[0]);
            });
        return new MicroResults(cases, ratios, summary.Reports.Length - done.Count);
    }
}
