namespace RoomMonitor.Web.Kiosks.Devices;

/// <summary>What came of a code that somebody typed.</summary>
public enum KioskCodeResult
{
    Given,

    /// <summary>No screen shows it, or not any more.</summary>
    Unknown,

    /// <summary>Too many that were none, just now.</summary>
    TooMany,
}
