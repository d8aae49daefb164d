namespace RoomMonitor.Bench.Protections;

/// <summary>One line of <c>bench/protections.json</c>: what guards, how it is taken out, and who must miss it.</summary>
/// <param name="Tests"><c>Class.Method</c>; at least one of them fails where the protection is gone.</param>
public sealed record Protection(string Name, IReadOnlyList<SourceEdit> Edits, IReadOnlyList<string> Tests);
