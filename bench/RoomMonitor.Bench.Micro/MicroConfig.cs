using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Diagnosers;
using BenchmarkDotNet.Filters;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Loggers;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using RoomMonitor.Bench.Core;

namespace RoomMonitor.Bench.Micro;

/// <summary>How BenchmarkDotNet runs: in this process, which saves it a build for each benchmark.</summary>
internal static class MicroConfig
{
    /// <param name="job"><c>short</c> (3 iterations after 3 of warm-up), <c>medium</c> (15 after 10) or <c>default</c> (as many as it takes).</param>
    /// <param name="filter">Part of a benchmark's description.</param>
    public static IConfig Of(string job, string filter) =>
        ManualConfig.CreateEmpty()
            .AddJob(JobOf(job).WithToolchain(InProcessEmitToolchain.Instance))
            .AddDiagnoser(MemoryDiagnoser.Default)
            .AddColumnProvider(DefaultColumnProviders.Instance)
            .AddLogger(new StandardErrorLogger())
            .AddFilter(new SimpleFilter(benchmark => NameOf(benchmark).Contains(filter, StringComparison.OrdinalIgnoreCase)))
            .WithArtifactsPath(Path.Combine(BenchFiles.Out, "micro"))
            .WithOptions(ConfigOptions.DisableLogFile | ConfigOptions.JoinSummary);

    public static string NameOf(BenchmarkCase benchmark) => benchmark.Descriptor.WorkloadMethodDisplayInfo.Trim('\'');

    public static int RoomsOf(BenchmarkCase benchmark) => (int)benchmark.Parameters["Rooms"];

    private static Job JobOf(string name) => name switch
    {
        "short" => Job.ShortRun,
        "medium" => Job.MediumRun.WithLaunchCount(1),
        "default" => Job.Default,
        _ => throw new BenchException($"There is no job \"{name}\": short, medium or default."),
    };

    /// <summary>Standard output is for the JSON line.</summary>
    private sealed class StandardErrorLogger : ILogger
    {
        public string Id => nameof(StandardErrorLogger);

        public int Priority => 0;

        public void Write(LogKind logKind, string text) => Console.Error.Write(text);

        public void WriteLine() => Console.Error.WriteLine();

        public void WriteLine(LogKind logKind, string text) => Console.Error.WriteLine(text);

        public void Flush() => Console.Error.Flush();
    }
}
