using RoomMonitor.Bench.Core;

namespace RoomMonitor.Bench.Report;

/// <summary><c>report</c>: an HTML page of all lines in the results file, beside it. It needs no script and asks no other host.</summary>
public static class ReportCommand
{
    public static async Task<int> RunAsync(BenchOptions options)
    {
        var results = options.Text("results", "results/results.jsonl");
        if (!File.Exists(results))
        {
            throw new BenchException($"{results} is missing: measure something first.");
        }

        var lines = await File.ReadAllLinesAsync(results);
        var measurements = lines.Where(line => line.Length > 0).Select(Measurement.Parse).ToList();
        var file = Path.Combine(Path.GetDirectoryName(Path.GetFullPath(results))!, "report.html");
        await File.WriteAllTextAsync(file, ReportPage.Of(measurements));
        await Console.Error.WriteLineAsync($"{file}: {measurements.Count} lines");
        return 0;
    }
}
