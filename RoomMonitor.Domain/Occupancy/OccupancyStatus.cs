namespace RoomMonitor.Domain.Occupancy;

/// <summary>On the wire <c>free</c>, <c>occupied</c>, <c>ending_soon</c>.</summary>
public enum OccupancyStatus
{
    Free,

    /// <summary>Held, and free within <see cref="OccupancyRules.EndingSoon"/>.</summary>
    EndingSoon,

    Occupied,
}
