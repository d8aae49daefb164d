using System.Collections.Immutable;
using RoomMonitor.Web.Realtime;

namespace RoomMonitor.Web.State.Monitor;

/// <summary>
/// The rooms in the order in which they stand on the screen. <see cref="Sorted"/> makes a new order; <see cref="Following"/> keeps the
/// old one while somebody points into the list: nothing moves, rooms that no longer fit stay and say so, new ones come last.
/// </summary>
public sealed record MonitorList
{
    private static readonly Comparer<RoomGroupKey?> _byGroup = Comparer<RoomGroupKey?>.Create(RoomGroupKey.Compare);

    private MonitorList()
    {
    }

    public static MonitorList Empty { get; } = new();

    public ImmutableArray<MonitorItem> Items { get; private init; } = [];

    /// <summary>How many rooms a new order would move or take away.</summary>
    public int Displaced { get; private init; }

    /// <summary>One list for all who ask the same.</summary>
    public static MonitorList Sorted(OccupancySnapshot snapshot, IRoomSelector selector) => PerSnapshot<IRoomSelector, MonitorList>.Get(
        snapshot, selector, static (snapshot, selector, _) => new() { Items = selector.Select(snapshot) }, 0);

    /// <summary>The newer snapshot in the order of this list. Who had one list has one afterwards too.</summary>
    public MonitorList Following(OccupancySnapshot snapshot, IRoomSelector selector) => PerSnapshot<(MonitorList, IRoomSelector), MonitorList>.Get(
        snapshot, (this, selector), static (snapshot, from, _) => from.Item1.Follow(snapshot, from.Item2), 0);

    private MonitorList Follow(OccupancySnapshot snapshot, IRoomSelector selector)
    {
        var fresh = selector.Select(snapshot);
        var places = new Dictionary<int, int>(fresh.Length);
        for (var place = 0; place < fresh.Length; place++)
        {
            places[fresh[place].RoomId] = place;
        }

        var shown = Items.Select(item => item.RoomId).ToHashSet();
        var kept = Items
            .Select(item => snapshot.Find(item.RoomId) is { } room ? item with { Room = room, Fits = places.ContainsKey(item.RoomId) } : null)
            .OfType<MonitorItem>();

        // Stable: a new room comes last in its own group.
        ImmutableArray<MonitorItem> ordered =
            [.. kept.Concat(fresh.Where(item => !shown.Contains(item.RoomId))).OrderBy(item => item.Group, _byGroup)];
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
