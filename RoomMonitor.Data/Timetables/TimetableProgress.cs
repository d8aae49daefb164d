namespace RoomMonitor.Data.Timetables;

/// <summary>How many of the reservations that have to be written are written.</summary>
public readonly record struct TimetableProgress(int Written, int Total);
