using System.Globalization;
using Microsoft.AspNetCore.WebUtilities;
using RoomMonitor.Data.Kiosks;

namespace RoomMonitor.Web.Kiosks.Devices;

/// <summary>What a registered screen stands for: its page follows when that changes.</summary>
/// <param name="Page">Relative to the base address.</param>
/// <param name="Stamp">Differs when its page, its name or a right is another one.</param>
public sealed record KioskPlacement(string Page, string Stamp)
{
    public static KioskPlacement Of(KioskDevice device)
    {
        var page = PageOf(device);
        return new(page, $"{page} {device.ShowsDetails} {device.MayBook} {device.Name}");
    }

    private static string PageOf(KioskDevice device)
    {
        if (device.Kind == KioskKind.Room)
        {
            return string.Create(CultureInfo.InvariantCulture, $"kiosk/rooms/{device.RoomId}");
        }

        var query = new Dictionary<string, string?>();
        if (device.Building is { } building)
        {
            query["building"] = building;
        }

        if (device.Floor is { } floor)
        {
            query["floor"] = floor.ToString(CultureInfo.InvariantCulture);
        }

        return QueryHelpers.AddQueryString(device.Kind == KioskKind.Overview ? "kiosk/overview" : "kiosk/free", query);
    }
}
