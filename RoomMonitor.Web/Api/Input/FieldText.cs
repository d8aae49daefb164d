using System.Globalization;
using System.Text.RegularExpressions;

namespace RoomMonitor.Web.Api.Input;

/// <summary>How the wire writes dates, times and numbers. Each gives null or a value, and says why not.</summary>
internal static partial class FieldText
{
    public const string InstantHint = "Write a time with its offset (RFC 3339), such as 2026-11-23T09:00:00Z.";

    public const string DateHint = "Write a date as 2026-11-23.";

    public const string TimeHint = "Write a time as 09:30.";

    public const string NumberHint = "Write a whole number.";

    /// <summary>Far enough for every campus, near enough for all arithmetic.</summary>
    private const int FirstYear = 1970;

    private const int LastYear = 2200;

    private static readonly string[] _timeFormats = ["HH:mm", "HH:mm:ss"];

    /// <summary>An instant as UTC. An address may have turned the plus of an offset into a blank.</summary>
    public static bool TryInstant(string text, out DateTime utc)
    {
        utc = default;
        var match = Rfc3339().Match(text);
        if (!match.Success)
        {
            return false;
        }

        var offset = match.Groups["offset"].Value.Replace(' ', '+');
        if (!DateTimeOffset.TryParse(
            $"{match.Groups["date"].Value}T{match.Groups["time"].Value}{offset}", CultureInfo.InvariantCulture, DateTimeStyles.None, out var parsed))
        {
            return false;
        }

        utc = parsed.UtcDateTime;
        return utc.Year is >= FirstYear and <= LastYear;
    }

    public static bool TryDate(string text, out DateOnly date) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out date) && date.Year is >= FirstYear and <= LastYear;

    public static bool TryTime(string text, out TimeOnly time) =>
        TimeOnly.TryParseExact(text, _timeFormats, CultureInfo.InvariantCulture, DateTimeStyles.None, out time);

    public static bool TryNumber(string text, out int number) =>
        int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out number);

    [GeneratedRegex(@"^(?<date>\d{4}-\d\d-\d\d)[Tt ](?<time>\d\d:\d\d(:\d\d(\.\d{1,9})?)?)(?<offset>[Zz]|[-+ ]\d\d:\d\d)$", RegexOptions.CultureInvariant)]
    private static partial Regex Rfc3339();
}
