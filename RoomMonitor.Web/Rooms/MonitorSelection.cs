using System.Collections.Immutable;
using RoomMonitor.Domain.Names;
using RoomMonitor.Domain.Occupancy;
using RoomMonitor.Domain.Rooms;
using RoomMonitor.Web.Realtime;
using RoomMonitor.Web.Rooms.Addresses;

namespace RoomMonitor.Web.Rooms;

/// <summary>Filters and sorts. Pure, and the same on every machine: ties stand in reading order in either direction.</summary>
public static class MonitorSelection
{
    /// <summary>Made once for all who ask the same of one snapshot.</summary>
    public static ImmutableArray<RoomOccupancy> Of(OccupancySnapshot snapshot, MonitorQuery query) =>
        PerSnapshot<MonitorQuery, ImmutableArray<RoomOccupancy>>.Get(snapshot, query, static (snapshot, query, _) => Select(snapshot, query), 0);

    private static ImmutableArray<RoomOccupancy> Select(OccupancySnapshot snapshot, MonitorQuery query)
    {
        var words = SearchText.Words(query.Search);

        // Sorting is stable: what is equal stays in the order of the snapshot.
        var rooms = snapshot.InReadingOrder.Where(room => Fits(room, query, words));
        var byBuilding = rooms.OrderBy(room => query.Grouped ? room.Room.Building : "", NaturalOrder.Comparer);
        return [.. Sorted(byBuilding, query)];
    }

    /// <summary>Whether a room is to be shown: all words of the search stand in its name, code or building.</summary>
    public static bool Fits(RoomOccupancy room, MonitorQuery query) => Fits(room, query, SearchText.Words(query.Search));

    private static bool Fits(RoomOccupancy room, MonitorQuery query, string[] words) =>
        (query.Status is null || room.Status.Occupancy == query.Status)
        && (query.Building.Length == 0 || NameText.AreSame(room.Room.Building, query.Building))
        && SearchText.Matches(room.Room, words);

    private static IOrderedEnumerable<RoomOccupancy> Sorted(IOrderedEnumerable<RoomOccupancy> rooms, MonitorQuery query) => query.Sort switch
    {
        MonitorSort.Name => By(rooms, room => room.Room.Name, NaturalOrder.Comparer, query),
        MonitorSort.Status => By(rooms, room => Rank(room.Status.Occupancy), Comparer<int>.Default, query),
        MonitorSort.Free => By(rooms, UntilChange, Comparer<(bool, DateTime)>.Default, query),
        _ => By(rooms, room => room.Room, RoomOrder.Reading, query),
    };

    private static IOrderedEnumerable<RoomOccupancy> By<TKey>(
        IOrderedEnumerable<RoomOccupancy> rooms, Func<RoomOccupancy, TKey> key, IComparer<TKey> comparer, MonitorQuery query) =>
        query.Descending ? rooms.ThenByDescending(key, comparer) : rooms.ThenBy(key, comparer);

    private static int Rank(OccupancyStatus status) => status switch
    {
        OccupancyStatus.Occupied => 0,
        OccupancyStatus.EndingSoon => 1,
        _ => 2,
    };

    private static (bool IsFree, DateTime At) UntilChange(RoomOccupancy room) =>
        (!room.Status.IsOccupied, room.Status.NextAvailableAt ?? room.Status.FreeUntil ?? DateTime.MaxValue);
}
