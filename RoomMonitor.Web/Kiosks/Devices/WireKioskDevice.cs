using RoomMonitor.Data.Kiosks;

namespace RoomMonitor.Web.Kiosks.Devices;

/// <summary>What a screen is told of itself.</summary>
/// <param name="Zone">The IANA time zone of the campus.</param>
/// <param name="ServerTime">The campus instant, by which the screen sets its clock.</param>
internal sealed record WireKioskDevice(
    int Id,
    string Name,
    KioskKind Kind,
    IReadOnlyList<int> RoomIds,
    string? Building,
    int? Floor,
    bool ShowsDetails,
    bool MayBook,
    string Zone,
    DateTime ServerTime)
{
    public static WireKioskDevice Of(KioskDeviceView device, string zone, DateTime serverTime) => new(
        device.Id, device.Name, device.Kind, device.RoomIds, device.Building, device.Floor, device.ShowsDetails, device.MayBook, zone, serverTime);
}
