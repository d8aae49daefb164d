namespace RoomMonitor.Web.State.RoomCalendar;

/// <summary>The room's page was left.</summary>
public sealed record RoomCalendarClosed(int RoomId);
