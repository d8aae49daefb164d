namespace RoomMonitor.Data.Profiles;

/// <summary>Campus times between which nothing is told; over midnight where <paramref name="From"/> is the later one.</summary>
public sealed record QuietHours(TimeOnly From, TimeOnly To);
