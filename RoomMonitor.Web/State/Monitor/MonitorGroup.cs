using System.Collections.Immutable;
using RoomMonitor.Domain.Occupancy;
using RoomMonitor.Web.Texts;

namespace RoomMonitor.Web.State.Monitor;

/// <summary>Rooms of one building under their heading, or all rooms where the list isn't grouped.</summary>
/// <param name="Building">Null: not grouped, no heading. Empty: rooms without a building.</param>
/// <param name="First">Place of the first room in the whole list.</param>
public sealed record MonitorGroup(string? Building, int First, ImmutableArray<MonitorItem> Items)
{
    public string Title => Building is { Length: > 0 } building ? building : MonitorTexts.NoBuilding;

    /// <summary>"6 available, 2 ending soon, 6 occupied"; what there is none of is left out.</summary>
    public string Summary => string.Join(", ", new[]
    {
        Counted(OccupancyStatus.Free, MonitorTexts.FormatCountAvailable),
        Counted(OccupancyStatus.EndingSoon, MonitorTexts.FormatCountEndingSoon),
        Counted(OccupancyStatus.Occupied, MonitorTexts.FormatCountOccupied),
    }.OfType<string>());

    public static ImmutableArray<MonitorGroup> Of(ImmutableArray<MonitorItem> items, bool grouped)
    {
        if (items.IsEmpty)
        {
            return [];
        }

        if (!grouped)
        {
            return [new MonitorGroup(null, 0, items)];
        }

        var groups = ImmutableArray.CreateBuilder<MonitorGroup>();
        var first = 0;
        for (var place = 1; place <= items.Length; place++)
        {
            if (place == items.Length || !IsSameBuilding(items[place], items[first]))
            {
                groups.Add(new MonitorGroup(items[first].Room.Room.Building, first, items[first..place]));
                first = place;
            }
        }

        return groups.ToImmutable();
    }

    private static bool IsSameBuilding(MonitorItem one, MonitorItem other) =>
        string.Equals(one.Room.Room.Building, other.Room.Room.Building, StringComparison.OrdinalIgnoreCase);

    private string? Counted(OccupancyStatus status, Func<object, string> format) =>
        Items.Count(item => item.Room.Status.Occupancy == status) is > 0 and var count ? format(count) : null;
}
