using RoomMonitor.Tests.Architecture;

namespace RoomMonitor.Tests.Support;

/// <summary>The shared data: in <c>ROOMMONITOR_SHARED</c>, else in <c>../shared</c> beside the repository.</summary>
internal static class SharedData
{
    /// <exception cref="FileNotFoundException">It isn't there; the message says where it was looked for.</exception>
    public static string PathOf(string name)
    {
        var folder = Environment.GetEnvironmentVariable("ROOMMONITOR_SHARED") is { Length: > 0 } configured
            ? configured
            : Path.Combine(RepositorySource.Root, "..", "shared");
        var path = Path.GetFullPath(Path.Combine(folder, "data", name));
        return File.Exists(path)
            ? path
            : throw new FileNotFoundException($"Shared data is missing: {path}. Set ROOMMONITOR_SHARED to the folder that holds data/.");
    }
}
