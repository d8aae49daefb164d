using RoomMonitor.Data.Kiosks;
using RoomMonitor.Web.Kiosks.Devices;

namespace RoomMonitor.Web.Kiosks.Fleet;

/// <summary>A screen as a list shows it.</summary>
/// <param name="Building">Of its room or its own; empty for the whole campus.</param>
/// <param name="Floor">Null where it stands for several.</param>
/// <param name="RoomName">Of a door panel; null for other kinds, and where the room is gone.</param>
public sealed record KioskItem(KioskScreen Screen, KioskState State, string Building, int? Floor, string? RoomName)
{
    public KioskDevice Device => Screen.Device;
}
