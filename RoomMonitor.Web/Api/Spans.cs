using System.Globalization;

namespace RoomMonitor.Web.Api;

/// <summary>Lengths of time in words.</summary>
internal static class Spans
{
    /// <summary>Such as <c>in 2 h 5 min</c>; minutes are rounded up, as everywhere in the contract.</summary>
    public static string Until(TimeSpan span)
    {
        var minutes = Minutes(span);
        return minutes < 1 ? "now" : $"in {Text(minutes)}";
    }

    /// <summary>Such as <c>3 minutes ago</c>: whole units, rounded down.</summary>
    public static string Ago(TimeSpan span) => span switch
    {
        { TotalMinutes: < 1 } => "just now",
        { TotalHours: < 1 } => Plural((int)span.TotalMinutes, "minute"),
        { TotalDays: < 1 } => Plural((int)span.TotalHours, "hour"),
        _ => Plural((int)span.TotalDays, "day"),
    };

    public static int Minutes(TimeSpan span) => (int)Math.Ceiling(span.TotalMinutes);

    private static string Text(int minutes) => minutes switch
    {
        < 60 => string.Create(CultureInfo.InvariantCulture, $"{minutes} min"),
        < 24 * 60 => string.Create(CultureInfo.InvariantCulture, $"{minutes / 60} h {minutes % 60} min"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{minutes / (24 * 60)} d {minutes / 60 % 24} h"),
    };

    private static string Plural(int count, string unit) =>
        string.Create(CultureInfo.InvariantCulture, $"{count} {unit}{(count == 1 ? "" : "s")} ago");
}
