using System.Globalization;
using RoomMonitor.Web.Security;

namespace RoomMonitor.Web.Kiosks.Devices;

/// <summary>Each registered screen is counted for itself: a building's screens may share one address.</summary>
internal sealed class KioskPartition : IRequestPartition
{
    public string? Of(HttpContext context) =>
        KioskDevices.Current(context) is { } device ? string.Create(CultureInfo.InvariantCulture, $"kiosk {device.Id}") : null;
}
