namespace RoomMonitor.Bench.Circuits;

/// <summary>A page to open circuits on.</summary>
/// <param name="Address">Of the page; the circuits live below its server's root.</param>
/// <param name="Viewport">What js/room-monitor-grid.js tells of the window, as JSON; null where the page has no such grid.</param>
public sealed record CircuitPage(Uri Address, string? Viewport)
{
    /// <summary>What Chromium told with a window of 1440 by 813 pixels: three rows of four cards in sight, and nine rows rendered.</summary>
    public const string Laptop = """{"columns":4,"rowHeight":183,"headingHeight":0,"top":-293,"height":813}""";

    /// <summary>The rooms that are rendered in that window, from the first one on.</summary>
    public const int LaptopRooms = 36;

    /// <summary>Root of the server.</summary>
    public Uri Root => new(Address, "/");
}
