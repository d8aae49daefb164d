using RoomMonitor.Domain.Occupancy;
using RoomMonitor.Web.Parts;

namespace RoomMonitor.Web.Rooms;

/// <summary>The word, the style and the origin of each <see cref="DisplayStatus"/>.</summary>
public static class DisplayStatusExtensions
{
    /// <summary>What to show for a status that may be stale.</summary>
    public static DisplayStatus ToDisplay(this RoomStatus status, bool isStale) => isStale ? DisplayStatus.Unknown : status.Occupancy.ToDisplay();

    public static DisplayStatus ToDisplay(this OccupancyStatus status) => status switch
    {
        OccupancyStatus.Free => DisplayStatus.Available,
        OccupancyStatus.EndingSoon => DisplayStatus.EndingSoon,
        OccupancyStatus.Occupied => DisplayStatus.Occupied,
        _ => throw new ArgumentOutOfRangeException(nameof(status), status, null),
    };

    /// <summary>The word beside the glyph.</summary>
    public static string Word(this DisplayStatus status) => status switch
    {
        DisplayStatus.Available => StatusTexts.Available,
        DisplayStatus.EndingSoon => StatusTexts.EndingSoon,
        DisplayStatus.Occupied => StatusTexts.Occupied,
        _ => StatusTexts.Unknown,
    };

    /// <summary>The class that hands a status's colours to everything inside (app.css).</summary>
    public static string CssClass(this DisplayStatus status) => status switch
    {
        DisplayStatus.Available => "s-available",
        DisplayStatus.EndingSoon => "s-ending",
        DisplayStatus.Occupied => "s-occupied",
        _ => "s-unknown",
    };
}
