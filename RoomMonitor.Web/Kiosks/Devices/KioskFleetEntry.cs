namespace RoomMonitor.Web.Kiosks.Devices;

/// <summary>What the fleet knows of one screen.</summary>
internal sealed class KioskFleetEntry(KioskScreen screen)
{
    public KioskScreen Screen { get; set; } = screen;

    /// <summary>The one under which it is found.</summary>
    public string? TokenHash { get; set; }

    public List<KioskStream> Streams { get; } = [];

    public bool IsSeenUnsaved { get; set; }
}
