using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;

namespace RoomMonitor.Bench.Report;

/// <summary>How names and numbers are written.</summary>
public static partial class Words
{
    public static string Html(string text) => WebUtility.HtmlEncode(text);

    /// <summary><c>cpuMicrosecondsPerRequest</c> as "CPU microseconds per request".</summary>
    public static string Title(string name)
    {
        var words = Hump().Replace(name, match => $" {char.ToLowerInvariant(match.Value[0])}");
        words = words.Length == 0 ? words : char.ToUpperInvariant(words[0]) + words[1..];
        return Unit().Replace(Cpu().Replace(words, "CPU"), match => $"{char.ToUpperInvariant(match.Value[0])}iB");
    }

    /// <summary>Four significant digits, thousands set apart.</summary>
    public static string Number(double value)
    {
        var size = Math.Abs(value);
        var format = size >= 1000 ? "#,0" : size >= 100 ? "0.#" : size >= 10 ? "0.##" : "0.###";
        return value.ToString(format, CultureInfo.InvariantCulture);
    }

    /// <summary>A number within SVG.</summary>
    public static string Svg(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);

    public static string Cut(string text, int length) => text.Length <= length ? text : text[..(length - 1)] + "…";

    [GeneratedRegex("(?<=[a-z0-9])[A-Z]")]
    private static partial Regex Hump();

    [GeneratedRegex(@"\b[km]ib\b", RegexOptions.IgnoreCase)]
    private static partial Regex Unit();

    [GeneratedRegex(@"\bcpu\b", RegexOptions.IgnoreCase)]
    private static partial Regex Cpu();
}
