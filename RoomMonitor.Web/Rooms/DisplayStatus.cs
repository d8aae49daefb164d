namespace RoomMonitor.Web.Rooms;

/// <summary>What a screen says about a room: its occupancy, or that nobody knows.</summary>
public enum DisplayStatus
{
    Available,
    EndingSoon,
    Occupied,

    /// <summary>The news about the room is too old to be believed.</summary>
    Unknown,
}
