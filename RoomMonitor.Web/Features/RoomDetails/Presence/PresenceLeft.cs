namespace RoomMonitor.Web.Features.RoomDetails.Presence;

/// <summary>The page of a room was left.</summary>
public sealed record PresenceLeft(int RoomId);
