namespace RoomMonitor.Web.Features.RoomDetails;

/// <summary>A week of a room came into view.</summary>
public sealed record RoomCalendarOpened(int RoomId, DateOnly FirstDay);
