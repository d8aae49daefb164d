using RoomMonitor.Tests.Architecture;

namespace RoomMonitor.Tests.Support;

/// <summary>The shared data: in <c>ROOMMONITOR_SHARED</c>, else in <c>../shared</c> beside the repository.</summary>
internal static class SharedData
{
    /// <exception cref="FileNotFoundException">It isn't there; the message says where it was looked for.</exception>
    public static string PathOf(string name) => PathOf("data", name);

    /// <summary>A file of what people's reports became.</summary>
    /// <exception cref="FileNotFoundException">As above.</exception>
    public static string CaseOf(string name) => PathOf("cases", name);

    private static string PathOf(string part, string name)
    {
        var folder = Environment.GetEnvironmentVariable("ROOMMONITOR_SHARED") is { Length: > 0 } configured
            ? configured
            : Path.Combine(RepositorySource.Root, "..", "shared");
        var path = Path.GetFullPath(Path.Combine(folder, part, name));
        return File.Exists(path)
            ? path
            : throw new FileNotFoundException($"Shared data is missing: {path}. Set ROOMMONITOR_SHARED to the folder that holds {part}/.");
    }
}
