namespace RoomMonitor.Data.Timetables;

/// <summary>A line of the rooms file. Null: the cell is empty, what the database has stays.</summary>
internal sealed record RoomLine(int Line, string Code, string Name, string? Building, int? Floor, int? Capacity);
