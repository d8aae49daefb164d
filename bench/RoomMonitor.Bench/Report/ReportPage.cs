using System.Globalization;
using System.Text;

namespace RoomMonitor.Bench.Report;

/// <summary>The page: a part for each benchmark, in it one for each label and settings with its newest run's charts, and its runs as a table.</summary>
public static class ReportPage
{
    private const int RunsShown = 8;

    public static string Of(IReadOnlyCollection<Measurement> measurements)
    {
        var benchmarks = measurements.GroupBy(measurement => measurement.Benchmark).OrderBy(benchmark => benchmark.Key, StringComparer.Ordinal).ToList();
        var page = new StringBuilder();
        page.Append("<!DOCTYPE html><html lang=\"en\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\"><title>RoomMonitor benchmarks</title>");
        page.Append(CultureInfo.InvariantCulture, $"<style>{ReportStyle.Css}</style></head><body><header><h1>RoomMonitor benchmarks</h1><p>{measurements.Count} runs");
        page.Append(CultureInfo.InvariantCulture, $"{(measurements.Count == 0 ? "" : $", the newest of {Time(measurements.Max(measurement => measurement.At))}")}. How each is made: bench/README.md.</p><nav>");
        foreach (var benchmark in benchmarks)
        {
            page.Append(CultureInfo.InvariantCulture, $"<a href=\"#{Words.Html(benchmark.Key)}\">{Words.Html(benchmark.Key)}</a>");
        }

        page.Append("</nav></header><main>");
        foreach (var benchmark in benchmarks)
        {
            page.Append(CultureInfo.InvariantCulture, $"<section id=\"{Words.Html(benchmark.Key)}\"><h2>{Words.Html(benchmark.Key)}</h2>");
            foreach (var runs in benchmark.GroupBy(run => (run.Label, run.Settings)).OrderByDescending(runs => runs.Max(run => run.At)))
            {
                Append(page, [.. runs.OrderByDescending(run => run.At)]);
            }

            page.Append("</section>");
        }

        return page.Append("</main></body></html>\n").ToString();
    }

    private static void Append(StringBuilder page, IReadOnlyList<Measurement> runs)
    {
        var newest = runs[0];
        page.Append(CultureInfo.InvariantCulture, $"<article><h3>{(newest.Label.Length == 0 ? "" : $"{Words.Html(newest.Label)} · ")}{Time(newest.At)}</h3><p class=\"settings\">{Words.Html(Settings(newest.Settings))}</p>");
        page.Append("<div class=\"charts\">").AppendJoin("", Charts.Of(newest.Measured)).Append("</div>");
        page.Append(CultureInfo.InvariantCulture, $"<details><summary>All numbers{(runs.Count == 1 ? "" : $", {runs.Count} runs")}</summary><div class=\"scroll\"><table><thead><tr><th></th>");
        var shown = runs.Take(RunsShown).Select(run => (run.At, Numbers: run.Numbers())).ToList();
        foreach (var run in shown)
        {
            page.Append(CultureInfo.InvariantCulture, $"<th>{Time(run.At)}</th>");
        }

        page.Append("</tr></thead><tbody>");
        foreach (var path in shown.SelectMany(run => run.Numbers.Keys).Distinct())
        {
            page.Append(CultureInfo.InvariantCulture, $"<tr><th>{Words.Html(path)}</th>");
            foreach (var (_, numbers) in shown)
            {
                page.Append(CultureInfo.InvariantCulture, $"<td>{(numbers.TryGetValue(path, out var value) ? Words.Number(value) : "")}</td>");
            }

            page.Append("</tr>");
        }

        page.Append("</tbody></table></div></details></article>");
    }

    private static string Time(DateTime at) => at.ToUniversalTime().ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);

    private static string Settings(string json) => json.Trim('{', '}').Replace("\"", "", StringComparison.Ordinal).Replace(",", ", ", StringComparison.Ordinal).Replace(":", " ", StringComparison.Ordinal);
}
