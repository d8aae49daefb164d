using System.Globalization;
using System.Text;

namespace RoomMonitor.Bench.Report;

/// <summary>Horizontal bars, with a mark at what each should not exceed.</summary>
public static class BarChart
{
    private const int Width = 520;
    private const int NameWidth = 170;
    private const int ValueWidth = 80;
    private const int Row = 24;
    private const int BarHeight = 14;
    private const int LongestName = 28;

    public static string Of(string title, IReadOnlyList<Bar> bars)
    {
        var most = bars.Max(bar => Math.Max(bar.Value, bar.Target ?? 0));
        var scale = most > 0 ? (Width - NameWidth - ValueWidth) / most : 0;
        var height = bars.Count * Row;
        var svg = new StringBuilder();
        svg.Append(CultureInfo.InvariantCulture, $"<figure><figcaption>{Words.Html(title)}</figcaption><svg viewBox=\"0 0 {Width} {height}\" role=\"img\" aria-label=\"{Words.Html(title)}\">");
        for (var i = 0; i < bars.Count; i++)
        {
            Append(svg, bars[i], i * Row, scale);
        }

        return svg.Append("</svg></figure>").ToString();
    }

    private static void Append(StringBuilder svg, Bar bar, int top, double scale)
    {
        var (middle, barTop) = (top + (Row / 2), top + ((Row - BarHeight) / 2));
        var width = Math.Max(1, bar.Value * scale);
        svg.Append(CultureInfo.InvariantCulture, $"<g><title>{Words.Html(bar.Name)}: {Words.Number(bar.Value)}{(bar.Target is { } limit ? $", at most {Words.Number(limit)}" : "")}</title>");
        svg.Append(CultureInfo.InvariantCulture, $"<text class=\"name\" x=\"{NameWidth - 8}\" y=\"{middle + 4}\">{Words.Html(Words.Cut(bar.Name, LongestName))}</text>");
        svg.Append(CultureInfo.InvariantCulture, $"<rect class=\"{bar.Kind}\" x=\"{NameWidth}\" y=\"{barTop}\" width=\"{Words.Svg(width)}\" height=\"{BarHeight}\" rx=\"2\"/>");
        var after = width;
        if (bar.Target is { } target)
        {
            var x = Words.Svg(NameWidth + (target * scale));
            svg.Append(CultureInfo.InvariantCulture, $"<line class=\"target\" x1=\"{x}\" x2=\"{x}\" y1=\"{top + 1}\" y2=\"{top + Row - 1}\"/>");
            after = Math.Max(width, target * scale);
        }

        svg.Append(CultureInfo.InvariantCulture, $"<text class=\"value\" x=\"{Words.Svg(NameWidth + after + 6)}\" y=\"{middle + 4}\">{Words.Number(bar.Value)}</text></g>");
    }
}
