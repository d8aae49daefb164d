namespace RoomMonitor.Web.Api.Contracts;

/// <summary>The newest entries of the activity log, newest first.</summary>
public sealed record WireActivityFeed(int Count, IReadOnlyList<WireActivity> Activities);
