namespace RoomMonitor.Web.Wire;

/// <summary>The newest entries of the activity log, newest first.</summary>
public sealed record WireActivityFeed(int Count, IReadOnlyList<WireActivity> Activities);
