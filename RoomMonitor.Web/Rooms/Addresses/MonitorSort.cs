namespace RoomMonitor.Web.Rooms.Addresses;

/// <summary>In the query string in lower case.</summary>
public enum MonitorSort
{
    /// <summary>Building, floor, name: the order of every list of rooms.</summary>
    Building,

    Name,

    /// <summary>Occupied, ending soon, available.</summary>
    Status,

    /// <summary>Time until free: held rooms by when they become free, then free ones by when they are taken.</summary>
    Free,
}
