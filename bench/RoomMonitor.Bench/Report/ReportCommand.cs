using RoomMonitor.Bench.Core;

namespace RoomMonitor.Bench.Report;

public static class ReportCommand
{
    public static Task<int> RunAsync(BenchOptions options) => Task.FromResult(0);
}
