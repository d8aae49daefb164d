using System.Text.Json;
using RoomMonitor.Bench.Core;

namespace RoomMonitor.Bench.Report;

/// <summary>One line of the results file.</summary>
/// <param name="Settings">As JSON: lines with the same are runs of one measurement.</param>
public sealed record Measurement(string Benchmark, string Label, DateTime At, string Settings, JsonElement Measured)
{
    public static Measurement Parse(string line)
    {
        try
        {
            var json = JsonDocument.Parse(line).RootElement;
            return new Measurement(
                json.GetProperty("benchmark").GetString()!,
                json.GetProperty("label").GetString() ?? "",
                json.GetProperty("at").GetDateTime(),
                json.GetProperty("settings").GetRawText(),
                json.GetProperty("measured"));
        }
        catch (Exception exception) when (exception is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            throw new BenchException($"This is no result: {line[..Math.Min(line.Length, 100)]}");
        }
    }

    /// <summary>Every number in it by its path, but for series, which are only drawn.</summary>
    public IReadOnlyDictionary<string, double> Numbers() => NumbersIn(Measured, "").ToDictionary(pair => pair.Path, pair => pair.Value);

    /// <summary>Numbers of one object, which may stand in objects within it.</summary>
    public static IEnumerable<(string Path, double Value)> NumbersIn(JsonElement element, string path) => element.ValueKind switch
    {
        JsonValueKind.Number => [(path, element.GetDouble())],
        JsonValueKind.Object => element.EnumerateObject().SelectMany(member => NumbersIn(member.Value, path.Length == 0 ? member.Name : $"{path} › {member.Name}")),
        _ => [],
    };
}
