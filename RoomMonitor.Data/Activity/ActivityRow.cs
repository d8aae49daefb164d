using RoomMonitor.Domain.Activity;

namespace RoomMonitor.Data.Activity;

/// <summary>An entry of the activity log with the name that its room has now.</summary>
public sealed record ActivityRow(ActivityEntry Entry, string? RoomName);
