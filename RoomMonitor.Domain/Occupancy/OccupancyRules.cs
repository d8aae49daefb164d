namespace RoomMonitor.Domain.Occupancy;

/// <summary>The figures behind the wire contract's room status.</summary>
public static class OccupancyRules
{
    /// <summary>A held room is "ending soon" when it becomes free within this time.</summary>
    public static readonly TimeSpan EndingSoon = TimeSpan.FromMinutes(15);

    /// <summary>Without news for so long nobody knows whether a room is free.</summary>
    public static readonly TimeSpan BelievedFor = TimeSpan.FromSeconds(90);

    /// <summary>How far ahead the next reservation of a free room is told.</summary>
    public static readonly TimeSpan FreeUntilWindow = TimeSpan.FromDays(7);
}
