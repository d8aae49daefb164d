using System.Globalization;

namespace RoomMonitor.Web.Sockets.Transport;

/// <summary>How many files, connections among them, this process may have open.</summary>
internal static class OpenFiles
{
    private const string LimitsFile = "/proc/self/limits";
    private const string Row = "Max open files";

    // The runtime keeps about 360 open, its libraries mostly; the rest is for the database, pages' files, and connections to other hosts.
    private const int Reserve = 512;
    private const int Least = 16;

    /// <returns>Null where there is no limit, or none that is known.</returns>
    public static int? MaxConnections() => File.Exists(LimitsFile) ? MaxConnections(File.ReadLines(LimitsFile)) : null;

    /// <param name="limits">As in <c>/proc/self/limits</c> (proc(5)): name, soft limit, hard limit, unit.</param>
    public static int? MaxConnections(IEnumerable<string> limits)
    {
        var soft = limits.FirstOrDefault(line => line.StartsWith(Row, StringComparison.Ordinal))?[Row.Length..]
            .Split(' ', StringSplitOptions.RemoveEmptyEntries).FirstOrDefault();
        return long.TryParse(soft, CultureInfo.InvariantCulture, out var files)
            ? (int)Math.Clamp(files - Reserve, Least, int.MaxValue)
            : null;
    }
}
