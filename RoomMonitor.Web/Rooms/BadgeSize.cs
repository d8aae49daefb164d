namespace RoomMonitor.Web.Rooms;

/// <summary>Height of a <see cref="RoomStatusBadge"/>.</summary>
public enum BadgeSize
{
    /// <summary>32 px.</summary>
    Normal,

    /// <summary>28 px, in tables.</summary>
    Small,

    /// <summary>44 px.</summary>
    Large,
}
