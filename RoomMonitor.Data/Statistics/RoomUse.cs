namespace RoomMonitor.Data.Statistics;

/// <summary>One reservation, as statistics of its owner see it. Times are UTC.</summary>
public sealed record RoomUse(int RoomId, string RoomName, DateTime Start, DateTime End);
