using System.Collections.Immutable;
using RoomMonitor.Domain.Occupancy;

namespace RoomMonitor.Web.Rooms;

/// <summary>Rooms under one heading, or all rooms where the list isn't grouped.</summary>
/// <param name="Key">Null: not grouped, no heading.</param>
/// <param name="First">Place of the first room in the whole list.</param>
public sealed record MonitorGroup(RoomGroupKey? Key, int First, ImmutableArray<MonitorItem> Items)
{
    /// <summary>Of a list by buildings; null: not grouped. Empty: rooms without a building.</summary>
    public string? Building => Key?.Name;

    public string Title => Building is { Length: > 0 } building ? building : MonitorTexts.NoBuilding;

    /// <summary>"6 available, 2 ending soon, 6 occupied"; what there is none of is left out.</summary>
    public string Summary => string.Join(", ", new[]
    {
        Counted(OccupancyStatus.Free, MonitorTexts.FormatCountAvailable),
        Counted(OccupancyStatus.EndingSoon, MonitorTexts.FormatCountEndingSoon),
        Counted(OccupancyStatus.Occupied, MonitorTexts.FormatCountOccupied),
    }.OfType<string>());

    public static ImmutableArray<MonitorGroup> Of(ImmutableArray<MonitorItem> items)
    {
        var groups = ImmutableArray.CreateBuilder<MonitorGroup>();
        var first = 0;
        for (var place = 1; place <= items.Length; place++)
        {
            if (place == items.Length || RoomGroupKey.Compare(items[place].Group, items[first].Group) != 0)
            {
                groups.Add(new MonitorGroup(items[first].Group, first, items[first..place]));
                first = place;
            }
        }

        return groups.ToImmutable();
    }

    private string? Counted(OccupancyStatus status, Func<object, string> format) =>
        Items.Count(item => item.Room.Status.Occupancy == status) is > 0 and var count ? format(count) : null;
}
