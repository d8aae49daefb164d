using System.Collections.Immutable;
using RoomMonitor.Data.Kiosks;
using RoomMonitor.Domain.Names;
using RoomMonitor.Domain.Rooms;
using RoomMonitor.Web.Kiosks.Devices;
using RoomMonitor.Web.Realtime;
using RoomMonitor.Web.Rooms;

namespace RoomMonitor.Web.Kiosks.Fleet;

/// <summary>All screens at one moment, in the order of the list: by building, floor and name, the revoked last.</summary>
public sealed record KioskList
{
    private KioskList(ImmutableArray<KioskItem> items, DateTime now)
    {
        Items = items;
        Now = now;
        InUse = [.. items.Where(item => item.State != KioskState.Revoked)];
        Freshness = Percentiles.Of(InUse.SelectMany(item => item.Screen.Report?.FreshnessMilliseconds ?? []));
    }

    public ImmutableArray<KioskItem> Items { get; }

    /// <summary>Those that aren't revoked.</summary>
    public ImmutableArray<KioskItem> InUse { get; }

    /// <summary>Of the samples of all of them together.</summary>
    public Percentiles? Freshness { get; }

    /// <summary>UTC, real.</summary>
    public DateTime Now { get; }

    public IReadOnlyList<string> Buildings => [.. InUse.Select(item => item.Building).Where(building => building.Length > 0).Distinct(NameComparer.Instance)];

    public static KioskList Of(IReadOnlyList<KioskScreen> screens, OccupancySnapshot rooms, DateTime now, TimeSpan unknownAfter) => new(
        [
            .. screens.Select(screen => ItemOf(screen, rooms, now, unknownAfter))
                .OrderBy(item => item.State == KioskState.Revoked)
                .ThenBy(item => item.Building, NaturalOrder.Comparer)
                .ThenBy(item => item.Floor ?? int.MinValue)
                .ThenBy(item => item.Device.Name, NaturalOrder.Comparer)
                .ThenBy(item => item.Device.Id),
        ],
        now);

    public int Count(KioskState state) => InUse.Count(item => item.State == state);

    public int Count(KioskKind kind) => InUse.Count(item => item.Device.Kind == kind);

    public ImmutableArray<KioskItem> Matching(KiosksQuery query) => [.. Items.Where(item => Matches(item, query))];

    private static bool Matches(KioskItem item, KiosksQuery query) =>
        (query.State is { } state ? item.State == state : item.State != KioskState.Revoked)
        && (query.Kind is null || item.Device.Kind == query.Kind)
        && (query.Building.Length == 0 || NameText.AreSame(item.Building, query.Building))
        && SearchText.Matches($"{item.Device.Name}\n{item.RoomName}\n{item.Building}\n{item.Screen.Report?.Version}", SearchText.Words(query.Search));

    private static KioskItem ItemOf(KioskScreen screen, OccupancySnapshot rooms, DateTime now, TimeSpan unknownAfter)
    {
        var room = screen.Device.RoomId is { } roomId ? rooms.Find(roomId)?.Room : null;
        return new KioskItem(
            screen, screen.StateAt(now, unknownAfter), room?.Building ?? screen.Device.Building ?? "", room?.Floor ?? screen.Device.Floor, room?.Name);
    }
}
