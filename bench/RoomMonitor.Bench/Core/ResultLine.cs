using System.Text.Encodings.Web;
using System.Text.Json;

namespace RoomMonitor.Bench.Core;

/// <summary>One command's result: one JSON object on one line, on standard output and in the results file that the report is made from.</summary>
public static class ResultLine
{
    private static readonly JsonSerializerOptions _options = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <param name="benchmark">The command's name.</param>
    /// <param name="settings">What was asked for.</param>
    /// <param name="measured">What came out. Where servers are compared: <c>servers</c>, an object by name with the median of each one's rounds, and <c>ratios</c>.</param>
    public static void Write(BenchOptions options, string benchmark, object settings, object measured)
    {
        var line = JsonSerializer.Serialize(
            new { Benchmark = benchmark, Label = options.Text("label", ""), At = DateTime.UtcNow, Machine = new { Cores = Environment.ProcessorCount }, Settings = settings, Measured = measured },
            _options);
        Console.WriteLine(line);
        if (options.Text("results", "") is { Length: > 0 } file)
        {
            File.AppendAllText(file, line + "\n");
        }
    }
}
