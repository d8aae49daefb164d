using System.Globalization;

namespace RoomMonitor.Web.Transport;

/// <summary>How many files, connections among them, this process may have open.</summary>
internal static class OpenFiles
{
    private const string LimitsFile = "/proc/self/limits";
    private const string Row = "Max open files";

    // For the database, files, and connections to other hosts.
    private const int Reserve = 512;

    /// <returns>Null where there is no limit, or none that is known.</returns>
    public static int? MaxConnections() => File.Exists(LimitsFile) ? MaxConnections(File.ReadLines(LimitsFile)) : null;

    /// <param name="limits">As in <c>/proc/self/limits</c> (proc(5)): name, soft limit, hard limit, unit.</param>
    public static int? MaxConnections(IEnumerable<string> limits)
    {
        var soft = limits.FirstOrDefault(line => line.StartsWith(Row, StringComparison.Ordinal))?[Row.Length..]
            .Split(' ', StringSplitOptions.RemoveEmptyEntries).FirstOrDefault();
        return long.TryParse(soft, CultureInfo.InvariantCulture, out var files)
            ? (int)Math.Clamp(Math.Max(files - Reserve, files / 2), 1, int.MaxValue)
            : null;
    }
}
