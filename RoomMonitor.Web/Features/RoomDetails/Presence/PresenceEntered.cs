namespace RoomMonitor.Web.Features.RoomDetails.Presence;

/// <summary>The page of a room is open in this circuit.</summary>
public sealed record PresenceEntered(int RoomId);
