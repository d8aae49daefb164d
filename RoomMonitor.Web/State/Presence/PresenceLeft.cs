namespace RoomMonitor.Web.State.Presence;

/// <summary>The page of a room was left.</summary>
public sealed record PresenceLeft(int RoomId);
