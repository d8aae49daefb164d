namespace RoomMonitor.Web.Features.RoomDetails;

/// <summary>A room's week could not be read.</summary>
public sealed record RoomCalendarFailed(int RoomId, DateOnly FirstDay);
