using System.Collections.Immutable;
using RoomMonitor.Web.Realtime;

namespace RoomMonitor.Web.State.Monitor;

/// <summary>
/// The rooms in the order in which they stand on the screen. <see cref="Sorted"/> makes a new order; <see cref="Following"/> keeps the
/// old one while somebody points into the list: nothing moves, rooms that no longer fit stay and say so, new ones come last.
/// </summary>
public sealed record MonitorList
{
    private MonitorList()
    {
    }

    public static MonitorList Empty { get; } = new();

    public ImmutableArray<MonitorItem> Items { get; private init; } = [];

    /// <summary>How many rooms a new order would move or take away.</summary>
    public int Displaced { get; private init; }

    /// <summary>One list for all who ask the same.</summary>
    public static MonitorList Sorted(OccupancySnapshot snapshot, MonitorQuery query) => PerSnapshot<MonitorQuery, MonitorList>.Get(
        snapshot,
        query,
        static (snapshot, query, _) => new() { Items = [.. MonitorSelection.Of(snapshot, query).Select(room => new MonitorItem(room))] },
        0);

    /// <summary>The newer snapshot in the order of this list. Who had one list has one afterwards too.</summary>
    public MonitorList Following(OccupancySnapshot snapshot, MonitorQuery query) =>
        PerSnapshot<(MonitorList, MonitorQuery), MonitorList>.Get(snapshot, (this, query), static (snapshot, from, _) => from.Item1.Follow(snapshot, from.Item2), 0);

    private MonitorList Follow(OccupancySnapshot snapshot, MonitorQuery query)
    {
        var fresh = MonitorSelection.Of(snapshot, query);
        var places = new Dictionary<int, int>(fresh.Length);
        for (var place = 0; place < fresh.Length; place++)
        {
            places[fresh[place].Room.Id] = place;
        }

        var shown = Items.Select(item => item.RoomId).ToHashSet();
        var kept = Items
            .Select(item => snapshot.Find(item.RoomId) is { } room ? new MonitorItem(room, places.ContainsKey(room.Room.Id)) : null)
            .OfType<MonitorItem>();
        var items = kept.Concat(fresh.Where(room => !shown.Contains(room.Room.Id)).Select(room => new MonitorItem(room)));
        if (query.Grouped)
        {
            // Stable: a new room comes last in its own building.
            items = items.OrderBy(item => item.Room.Room.Building, StringComparer.OrdinalIgnoreCase);
        }

        ImmutableArray<MonitorItem> ordered = [.. items];
        var inOrder = LongestIncrease(ordered.Where(item => item.Fits).Select(item => places[item.RoomId]));
        return new MonitorList { Items = ordered, Displaced = ordered.Length - inOrder };
    }

    /// <summary>Length of the longest increasing subsequence: as many rooms as may stay where they are.</summary>
    private static int LongestIncrease(IEnumerable<int> places)
    {
        // ends[n]: the smallest place at which an increase of n + 1 rooms can end.
        var ends = new List<int>();
        foreach (var place in places)
        {
            var index = ends.BinarySearch(place);
            index = index < 0 ? ~index : index;
            if (index == ends.Count)
            {
                ends.Add(place);
            }
            else
            {
                ends[index] = place;
            }
        }

        return ends.Count;
    }
}
