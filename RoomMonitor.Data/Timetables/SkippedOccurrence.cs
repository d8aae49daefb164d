namespace RoomMonitor.Data.Timetables;

/// <summary>A date that was left out because the campus clock skips the start or the end (the night on which summer time begins).</summary>
public sealed record SkippedOccurrence(int Line, string RoomCode, DateOnly Date, TimeOnly Start, TimeOnly End);
