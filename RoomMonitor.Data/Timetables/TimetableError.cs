namespace RoomMonitor.Data.Timetables;

/// <summary>Why a line can't be imported.</summary>
/// <param name="Line">As an editor counts them, from 1.</param>
/// <param name="Column">The name of the column, or the position in the line; null where the line as a whole is meant.</param>
public sealed record TimetableError(string File, int Line, string? Column, string Reason)
{
    public override string ToString() =>
        Column is null ? $"{File}, line {Line}: {Reason}" : $"{File}, line {Line}, column {Column}: {Reason}";
}
