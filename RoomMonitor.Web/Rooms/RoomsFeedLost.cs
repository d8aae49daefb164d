namespace RoomMonitor.Web.Rooms;

/// <summary>Nothing has come from the feed for too long: what is shown may be old.</summary>
/// <param name="Since">The campus instant of the last news.</param>
public sealed record RoomsFeedLost(DateTime Since);
