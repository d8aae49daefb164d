namespace RoomMonitor.Web.Features.Profile;

/// <summary>The user began to watch a room, or ceased to.</summary>
public sealed record WatchToggled(int RoomId);
