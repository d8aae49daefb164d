using System.Globalization;
using System.Text;

namespace RoomMonitor.Bench.Report;

/// <summary>One value over time.</summary>
public static class LineChart
{
    private const int Width = 520;
    private const int Height = 150;
    private const int Left = 64;
    private const int Right = 14;
    private const int Top = 10;
    private const int Bottom = 24;

    /// <param name="points">Time, in whatever <paramref name="timeName"/> says, and value.</param>
    public static string Of(string title, string timeName, IReadOnlyList<(double T, double Value)> points)
    {
        // From zero: a chart that begins elsewhere makes hills of noise.
        var (first, last) = (points[0].T, points[^1].T);
        var most = Math.Max(points.Max(point => point.Value), double.Epsilon);
        var line = string.Join(' ', points.Select(point => string.Create(CultureInfo.InvariantCulture, $"{X(point.T):0.#},{Y(point.Value):0.#}")));
        var svg = new StringBuilder();
        svg.Append(CultureInfo.InvariantCulture, $"<figure><figcaption>{Words.Html(title)}</figcaption><svg viewBox=\"0 0 {Width} {Height}\" role=\"img\" aria-label=\"{Words.Html(title)}\">");
        foreach (var share in new[] { 0, 0.5, 1 })
        {
            var y = Words.Svg(Y(most * share));
            svg.Append(CultureInfo.InvariantCulture, $"<line class=\"grid\" x1=\"{Left}\" x2=\"{Width - Right}\" y1=\"{y}\" y2=\"{y}\"/>");
            svg.Append(CultureInfo.InvariantCulture, $"<text class=\"name\" x=\"{Left - 8}\" y=\"{Words.Svg(Y(most * share) + 4)}\">{Words.Number(most * share)}</text>");
        }

        svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{Left}\" y=\"{Height - 6}\">{Words.Number(first)}</text>");
        svg.Append(CultureInfo.InvariantCulture, $"<text class=\"name\" x=\"{Width - Right}\" y=\"{Height - 6}\">{Words.Html(timeName)} {Words.Number(last)}</text>");
        svg.Append(CultureInfo.InvariantCulture, $"<polyline class=\"line\" points=\"{line}\"/>");
        return svg.Append("</svg></figure>").ToString();

        double X(double t) => Left + ((Width - Left - Right) * (last > first ? (t - first) / (last - first) : 0));

        double Y(double value) => Height - Bottom - ((Height - Top - Bottom) * value / most);
    }
}
