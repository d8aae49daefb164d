using System.Security;
using RoomMonitor.Domain.Time;

namespace RoomMonitor.Web.Commands;

/// <summary>What stands behind <c>import</c> on the command line.</summary>
/// <param name="Settings">The rest: settings such as <c>--ConnectionStrings:RoomMonitor=...</c>.</param>
public sealed record ImportArguments(string Rooms, string Meetings, CampusCalendar Calendar, bool IsStrict, string[] Settings)
{
    public const string Usage =
        "Usage: import --rooms ROOMS.csv --meetings MEETINGS.csv --time-zone Europe/Lisbon [--strict] [--Section:Key=value ...]";

    private static readonly string[] _names = ["--rooms", "--meetings", "--time-zone"];

    /// <summary>The arguments, or one line that says what is wrong with them.</summary>
    public static (ImportArguments? Arguments, string? Error) Parse(IReadOnlyList<string> args)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        var settings = new List<string>();
        var isStrict = false;
        for (var i = 0; i < args.Count; i++)
        {
            var parts = args[i].Split('=', 2);
            if (args[i] == "--strict")
            {
                isStrict = true;
            }
            else if (!_names.Contains(parts[0]))
            {
                if (parts.Length < 2 || !parts[0].StartsWith("--", StringComparison.Ordinal))
                {
                    return (null, $"{args[i]} means nothing here.");
                }

                settings.Add(args[i]);
            }
            else if (parts.Length < 2 && (i + 1 == args.Count || args[i + 1].StartsWith("--", StringComparison.Ordinal)))
            {
                return (null, $"{parts[0]} needs a value.");
            }
            else if (!values.TryAdd(parts[0], parts.Length == 2 ? parts[1] : args[++i]))
            {
                return (null, $"{parts[0]} stands there twice.");
            }
        }

        if (_names.FirstOrDefault(name => !values.TryGetValue(name, out var value) || value.Length == 0) is { } missing)
        {
            return (null, $"{missing} is missing.");
        }

        var zone = values["--time-zone"];
        return FindCalendar(zone) is { } calendar
            ? (new ImportArguments(values["--rooms"], values["--meetings"], calendar, isStrict, [.. settings]), null)
            : (null, $"--time-zone {zone} is no time zone such as Europe/Lisbon.");
    }

    private static CampusCalendar? FindCalendar(string zone)
    {
        try
        {
            return CampusCalendar.Of(zone);
        }
        catch (Exception exception) when (exception is TimeZoneNotFoundException or InvalidTimeZoneException or SecurityException)
        {
            return null;
        }
    }
}
