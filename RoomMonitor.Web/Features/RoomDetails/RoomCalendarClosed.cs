namespace RoomMonitor.Web.Features.RoomDetails;

/// <summary>The room's page was left.</summary>
public sealed record RoomCalendarClosed(int RoomId);
