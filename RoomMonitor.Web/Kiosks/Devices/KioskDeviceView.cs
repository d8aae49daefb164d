using RoomMonitor.Data.Kiosks;

namespace RoomMonitor.Web.Kiosks.Devices;

/// <summary>A registered screen as it asks: what it shows and what it may do, with its rooms as they are on the board now.</summary>
public sealed record KioskDeviceView(
    int Id,
    string Name,
    KioskKind Kind,
    IReadOnlyList<int> RoomIds,
    string? Building,
    int? Floor,
    bool ShowsDetails,
    bool MayBook,
    KioskPlacement Placement)
{
    /// <summary>Whether the screen stands for this room: only there may it act, and only of it see details.</summary>
    public bool StandsFor(int roomId) => RoomIds.Contains(roomId);
}
