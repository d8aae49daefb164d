namespace RoomMonitor.Web.Kiosks.Devices;

/// <summary>How a screen does.</summary>
public enum KioskState
{
    /// <summary>It shows what is true now.</summary>
    Live,

    /// <summary>It was heard of a moment ago, but its news are late or come by asking.</summary>
    Reconnecting,

    /// <summary>Nothing was heard for so long that its door says "Unknown".</summary>
    Silent,

    /// <summary>Its link hasn't been opened.</summary>
    Waiting,

    Revoked,
}
