using System.Text.Encodings.Web;
using System.Text.Json;

namespace RoomMonitor.Bench.Core;

/// <summary>One run's result: one JSON object on one line, on standard output and in the results file that the report is made from.</summary>
public static class ResultLine
{
    private static readonly JsonSerializerOptions _options = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <param name="benchmark">The command's name.</param>
    /// <param name="server">Which server was measured: <c>roommonitor</c>, <c>kestrel</c>, <c>node</c>, <c>empty</c>.</param>
    /// <param name="settings">What was asked for.</param>
    /// <param name="measured">What came out.</param>
    public static void Write(BenchOptions options, string benchmark, string server, object settings, object measured)
    {
        var line = JsonSerializer.Serialize(
            new { Benchmark = benchmark, Server = server, Label = options.Text("label", ""), At = DateTime.UtcNow, Run = RunId(options), Machine = new { Cores = Environment.ProcessorCount }, Settings = settings, Measured = measured },
            _options);
        Console.WriteLine(line);
        if (options.Text("results", "") is { Length: > 0 } file)
        {
            File.AppendAllText(file, line + "\n");
        }
    }

    /// <summary>Lines that belong to one run share it, so that ratios are taken within a run only.</summary>
    private static string RunId(BenchOptions options) => options.Text("run", $"{DateTime.UtcNow:yyyyMMdd-HHmmss}");
}
