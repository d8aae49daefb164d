namespace RoomMonitor.Web.State.RoomCalendar;

/// <summary>A room's week could not be read.</summary>
public sealed record RoomCalendarFailed(int RoomId, DateOnly FirstDay);
