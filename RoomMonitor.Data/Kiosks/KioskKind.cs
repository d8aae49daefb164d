namespace RoomMonitor.Data.Kiosks;

/// <summary>What a screen shows.</summary>
public enum KioskKind
{
    /// <summary>A door panel: one room.</summary>
    Room,

    /// <summary>A corridor screen: the rooms of a building, or of one of its floors, with their status.</summary>
    Overview,

    /// <summary>A directory of free rooms.</summary>
    Free,
}
