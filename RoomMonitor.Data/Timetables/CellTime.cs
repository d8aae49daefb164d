using System.Globalization;
using System.Text.RegularExpressions;

namespace RoomMonitor.Data.Timetables;

/// <summary>A time of day as people and spreadsheets write it: <c>09:30</c>, <c>9:30</c>, <c>09:30:00</c>, <c>9:30 AM</c>, and <c>24:00</c>.</summary>
internal static partial class CellTime
{
    /// <summary>The minutes since midnight, 1440 for 24:00; null for what is no time, or isn't a whole minute.</summary>
    public static int? Parse(string text)
    {
        if (Form().Match(text) is not { Success: true } match)
        {
            return null;
        }

        var (hour, minute) = (Number(match.Groups["hour"]), Number(match.Groups["minute"]));
        if (match.Groups["half"] is { Success: true } half)
        {
            if (hour is < 1 or > 12)
            {
                return null;
            }

            hour = (hour % 12) + (half.Value is "P" or "p" ? 12 : 0);
        }

        return minute < 60 && (hour < 24 || (hour == 24 && minute == 0)) ? (60 * hour) + minute : null;
    }

    private static int Number(Group digits) => int.Parse(digits.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^(?<hour>\d\d?):(?<minute>\d\d)(:00(\.0+)?)?( ?(?<half>[AaPp])\.? ?[Mm]\.?)?$", RegexOptions.CultureInvariant)]
    private static partial Regex Form();
}
