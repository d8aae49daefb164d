using RoomMonitor.Web.Rooms.Addresses;

namespace RoomMonitor.Web.Rooms;

/// <summary>What the browser measured (wwwroot/js/room-monitor-grid.js), in CSS pixels.</summary>
/// <param name="Columns">Cards in a row; 1 in the table.</param>
/// <param name="RowHeight">From the top of one row to the top of the next.</param>
/// <param name="HeadingHeight">Of a building's heading with the space around it.</param>
/// <param name="Top">How far the list has been scrolled past the top of the window; negative while it begins further down.</param>
/// <param name="Height">Of the window.</param>
public sealed record MonitorViewport(int Columns, double RowHeight, double HeadingHeight, double Top, double Height)
{
    /// <summary>False for a guess at what nobody has measured yet.</summary>
    public bool IsMeasured { get; init; } = true;

    /// <summary>
    /// Before anything was measured (a prerender): what fills a usual screen, and no more, as the browser makes all of it twice before anybody
    /// can click. Larger ones get the rest as soon as they are measured; the space for it is there.
    /// </summary>
    public static MonitorViewport Unmeasured(MonitorView view) =>
        (view == MonitorView.Cards ? new MonitorViewport(4, 184, 52, 0, 640) : new MonitorViewport(1, 53, 53, 0, 640)) with { IsMeasured = false };

    /// <summary>The same for the browse page, whose cards are larger: two screens of a laptop, so that the first byte comes soon.</summary>
    public static MonitorViewport UnmeasuredBrowse { get; } = new(3, 275, 64, 0, 800) { IsMeasured = false };

    /// <summary>Whether one can be computed with at all: the browser is not to be trusted with a division.</summary>
    public bool IsUsable =>
        Columns > 0 && RowHeight >= 1 && HeadingHeight >= 0 && Height >= 0
        && double.IsFinite(RowHeight) && double.IsFinite(HeadingHeight) && double.IsFinite(Top) && double.IsFinite(Height);
}
