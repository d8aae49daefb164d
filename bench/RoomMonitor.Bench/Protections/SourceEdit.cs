namespace RoomMonitor.Bench.Protections;

/// <summary>What takes a protection out, or a part of it.</summary>
/// <param name="File">From the root of the repository.</param>
/// <param name="From">Stands in the file exactly once.</param>
/// <param name="To">What stands there instead; it compiles.</param>
public sealed record SourceEdit(string File, string From, string To);
