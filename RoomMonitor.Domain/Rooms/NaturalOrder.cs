using System.Globalization;

namespace RoomMonitor.Domain.Rooms;

/// <summary>The order in which people read names: "Room 2" before "Room 10", case ignored, the same on every machine.</summary>
public static class NaturalOrder
{
    public static StringComparer Comparer { get; } =
        StringComparer.Create(CultureInfo.InvariantCulture, CompareOptions.NumericOrdering | CompareOptions.IgnoreCase);
}
