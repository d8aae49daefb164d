using System.Text.Json;

namespace RoomMonitor.Bench.Report;

/// <summary>
/// The charts of one result, whichever benchmark it is of: an object of objects compares things by their name ("group, name" makes a
/// chart for each group), <c>ratios</c> have marks where <c>targets</c> has the same name, an array with <c>t</c> in each item is drawn over time.
/// </summary>
public static class Charts
{
    private const string Ratios = "ratios";
    private const string Targets = "targets";
    private const string Own = "roommonitor";
    private static readonly (string Name, string Kind)[] _percentiles = [("p50", ""), ("p95", " soft"), ("p99", " softer")];

    public static IEnumerable<string> Of(JsonElement measured)
    {
        // What is to be kept comes first.
        foreach (var member in measured.EnumerateObject().OrderBy(member => member.Name != Ratios))
        {
            var charts = member switch
            {
                { Name: Ratios } => OfRatios(measured, member.Value),
                { Name: Targets } => [],
                { Value.ValueKind: JsonValueKind.Array } => OfSeries(member.Value),
                { Value.ValueKind: JsonValueKind.Object } when member.Value.EnumerateObject().Any() && member.Value.EnumerateObject().All(IsObject) => OfCompared(member.Value),
                _ => [],
            };
            foreach (var chart in charts)
            {
                yield return chart;
            }
        }
    }

    private static IEnumerable<string> OfRatios(JsonElement measured, JsonElement ratios)
    {
        var targets = measured.TryGetProperty(Targets, out var given) ? Measurement.NumbersIn(given, "").ToDictionary() : [];
        var bars = Measurement.NumbersIn(ratios, "").Select(ratio =>
        {
            double? target = targets.TryGetValue(ratio.Path, out var limit) ? limit : null;
            return new Bar(ratio.Path, ratio.Value, target is null ? "other" : ratio.Value <= target ? "kept" : "missed", target);
        }).ToList();
        return bars.Count == 0 ? [] : [BarChart.Of(targets.Count == 0 ? "Ratios" : "Ratios, and what they should not exceed", bars)];
    }

    private static IEnumerable<string> OfCompared(JsonElement things)
    {
        var groups = things.EnumerateObject()
            .Select(thing => (Name: thing.Name.Split(", ", 2), Numbers: Measurement.NumbersIn(thing.Value, "").ToList()))
            .GroupBy(thing => thing.Name.Length == 2 ? thing.Name[0] : "", thing => (Name: thing.Name[^1], thing.Numbers));
        foreach (var group in groups)
        {
            var isCompared = group.Any(thing => thing.Name.Contains(Own, StringComparison.Ordinal));
            var title = group.Key.Length == 0 ? "" : $"{group.Key}: ";
            var paths = group.SelectMany(thing => thing.Numbers.Select(number => number.Path)).Distinct().ToList();
            var percentiles = paths.Where(IsPercentile).Select(ParentOf).Distinct().ToList();
            foreach (var parent in percentiles)
            {
                yield return BarChart.Of($"{title}{(parent.Length == 0 ? "p50, p95, p99" : $"{Words.Title(parent)}, p50, p95, p99")}", [.. group.SelectMany(thing => Percentiles(thing, parent, KindOf(thing.Name, isCompared)))]);
            }

            foreach (var path in paths.Where(path => !percentiles.Contains(ParentOf(path)) || !IsOfDistribution(path)))
            {
                var bars = group.SelectMany(thing => thing.Numbers.Where(number => number.Path == path).Select(number => new Bar(thing.Name, number.Value, KindOf(thing.Name, isCompared)))).ToList();
                if (bars.Any(bar => bar.Value > 0))
                {
                    yield return BarChart.Of(title + string.Join(" › ", path.Split(" › ").Select(Words.Title)), bars);
                }
            }
        }
    }

    private static IEnumerable<Bar> Percentiles((string Name, List<(string Path, double Value)> Numbers) thing, string parent, string kind) =>
        from percentile in _percentiles
        from number in thing.Numbers
        where number.Path == (parent.Length == 0 ? percentile.Name : $"{parent} › {percentile.Name}")
        select new Bar($"{thing.Name} {percentile.Name}", number.Value, kind + percentile.Kind);

    private static IEnumerable<string> OfSeries(JsonElement series)
    {
        var items = series.EnumerateArray().Where(item => item.ValueKind == JsonValueKind.Object && item.TryGetProperty("t", out _)).ToList();
        if (items.Count < 2)
        {
            yield break;
        }

        var points = items.Select(item => (T: item.GetProperty("t").GetDouble(), Numbers: Measurement.NumbersIn(item, "").ToDictionary())).ToList();
        foreach (var name in points.SelectMany(point => point.Numbers.Keys).Distinct().Where(name => name != "t"))
        {
            var line = points.Where(point => point.Numbers.ContainsKey(name)).Select(point => (point.T, point.Numbers[name])).ToList();
            yield return LineChart.Of(Words.Title(name), "t", line);
        }
    }

    private static bool IsObject(JsonProperty member) => member.Value.ValueKind == JsonValueKind.Object;

    private static bool IsPercentile(string path) => path.Split(" › ")[^1] == "p50";

    /// <summary>How many there were, and the greatest: told in the table.</summary>
    private static bool IsOfDistribution(string path) => path.Split(" › ")[^1] is "p50" or "p95" or "p99" or "max" or "count";

    private static string ParentOf(string path) => path.Contains(" › ", StringComparison.Ordinal) ? path[..path.LastIndexOf(" › ", StringComparison.Ordinal)] : "";

    /// <summary>What is compared with ours stands back.</summary>
    private static string KindOf(string name, bool isCompared) => !isCompared || name.Contains(Own, StringComparison.Ordinal) ? "own" : "other";
}
