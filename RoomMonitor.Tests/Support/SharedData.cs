using RoomMonitor.Tests.Architecture;

namespace RoomMonitor.Tests.Support;

/// <summary>
/// Files that tests read: our own samples, and the shared data in <c>ROOMMONITOR_SHARED</c>, else in <c>../shared</c> beside the repository.
/// </summary>
internal static class SharedData
{
    public static string Samples { get; } = Path.Combine(RepositorySource.Root, "RoomMonitor.Tests", "Samples");

    public static string Shared { get; } = Path.GetFullPath(
        Environment.GetEnvironmentVariable("ROOMMONITOR_SHARED") is { Length: > 0 } configured ? configured : Path.Combine(RepositorySource.Root, "..", "shared"));

    /// <summary>Why tests of the shared data are skipped; null where it is there.</summary>
    public static string? Missing { get; } =
        Directory.Exists(Path.Combine(Shared, "data")) ? null : $"{Path.Combine(Shared, "data")} is missing: set ROOMMONITOR_SHARED to the folder that holds data/.";

    /// <summary>Of one campus: the folder with its timetable, ours or a real one.</summary>
    public static string PathOf(string campus, string name) =>
        campus == Own ? Path.Combine(Samples, name) : Path.Combine(Shared, "data", name);

    /// <summary>The invented campus.</summary>
    public const string Own = "northmere";
}
