namespace RoomMonitor.Domain.Occupancy;

/// <summary>Whether somebody has a room, and for how long still.</summary>
public enum OccupancyStatus
{
    Free,

    /// <summary>Held, and free within <see cref="OccupancyRules.EndingSoon"/>.</summary>
    EndingSoon,

    Occupied,
}
