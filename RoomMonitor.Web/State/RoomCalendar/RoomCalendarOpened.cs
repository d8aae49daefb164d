namespace RoomMonitor.Web.State.RoomCalendar;

/// <summary>A week of a room came into view.</summary>
public sealed record RoomCalendarOpened(int RoomId, DateOnly FirstDay);
