using System.Security;
using RoomMonitor.Domain.Time;

namespace RoomMonitor.Web.Hosting.Commands;

/// <summary>What stands behind <c>import</c> on the command line, settings aside: <c>--name value</c> or <c>--name=value</c>.</summary>
internal sealed record ImportArguments(string Rooms, string Meetings, CampusCalendar Calendar, bool IsStrict)
{
    private static readonly string[] _names = ["--rooms", "--meetings", "--time-zone"];

    /// <summary>The arguments, or one line that says what is wrong with them.</summary>
    public static (ImportArguments? Arguments, string? Error) Parse(IReadOnlyList<string> arguments)
    {
        string[] args = [.. arguments.SelectMany(Split)];
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        var isStrict = false;
        for (var i = 0; i < args.Length; i++)
        {
            if (args[i] == "--strict")
            {
                isStrict = true;
            }
            else if (!_names.Contains(args[i]))
            {
                return (null, $"{args[i]} means nothing here.");
            }
            else if (i + 1 == args.Length || args[i + 1].Length == 0 || args[i + 1].StartsWith("--", StringComparison.Ordinal))
            {
                return (null, $"{args[i]} needs a value.");
            }
            else if (!values.TryAdd(args[i], args[++i]))
            {
                return (null, $"{args[i - 1]} stands there twice.");
            }
        }

        if (_names.FirstOrDefault(name => !values.ContainsKey(name)) is { } missing)
        {
            return (null, $"{missing} is missing.");
        }

        var zone = values["--time-zone"];
        return FindCalendar(zone) is { } calendar
            ? (new ImportArguments(values["--rooms"], values["--meetings"], calendar, isStrict), null)
            : (null, $"--time-zone {zone} is no time zone such as Europe/Lisbon.");
    }

    private static string[] Split(string argument) => argument.StartsWith("--", StringComparison.Ordinal) ? argument.Split('=', 2) : [argument];

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
