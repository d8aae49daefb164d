namespace RoomMonitor.Bench.Core;

/// <summary>Where bench/run puts what it builds: bench/out.</summary>
public static class BenchFiles
{
    /// <summary>bench/out.</summary>
    public static string Out => Environment.GetEnvironmentVariable("ROOMMONITOR_BENCH_OUT")
        ?? throw new BenchException("Start this with bench/run, which builds what is measured.");

    /// <summary>The published RoomMonitor.</summary>
    public static string RoomMonitor => Path.Combine(Out, "server", "RoomMonitor.Web");

    /// <summary>The published page with nothing on it that circuits are compared with.</summary>
    public static string EmptyPage => Path.Combine(Out, "emptypage", "RoomMonitor.Bench.EmptyPage");

    /// <summary>A new folder for one server's database and keys.</summary>
    public static string NewFolder() => Directory.CreateTempSubdirectory("roommonitor-bench-").FullName;
}
