namespace RoomMonitor.Web.Kiosks.Devices;

/// <summary>Where a screen has its news from, as it says. On the wire in lower case.</summary>
public enum KioskConnection
{
    Live,
    Polling,
    Lost,
}
