using RoomMonitor.Domain.Time;
using RoomMonitor.Web.Kiosks.Devices;

namespace RoomMonitor.Web.Kiosks.Screens;

/// <summary>What a screen's page is made of.</summary>
/// <param name="Rooms">In order of building, floor and name.</param>
/// <param name="Building">The one that it is about, as the board writes it; null for a room or the whole campus.</param>
/// <param name="Letters">Of each building on its signs.</param>
/// <param name="Now">The campus instant of this page.</param>
/// <param name="Device">The registered screen that asks; null for an anonymous one.</param>
public sealed record ScreenView(
    ScreenLook Look,
    IReadOnlyList<ScreenRoom> Rooms,
    string? Building,
    int? Floor,
    IReadOnlyDictionary<string, string> Letters,
    string Campus,
    CampusCalendar Calendar,
    DateTime Now,
    TimeSpan UnknownAfter,
    KioskDeviceView? Device,
    string Host)
{
    /// <summary>The name at the head of an overview.</summary>
    public string Title => Building ?? Campus;
}
