using System.Collections.Concurrent;
using System.Collections.Immutable;
using RoomMonitor.Web.Realtime;

namespace RoomMonitor.Web.Rooms;

/// <summary>
/// The rooms in the order in which they stand on the screen. <see cref="Sorted"/> makes a new order; <see cref="Following"/> keeps the
/// old one while somebody points into the list: nothing moves, rooms that no longer fit stay and say so, new ones come last.
/// </summary>
public sealed class MonitorList
{
    /// <summary>Of further windows each circuit has its own: where it has scrolled to is the browser's word, and lists may live for hours.</summary>
    private const int SharedWindows = 64;

    private static readonly Comparer<RoomGroupKey?> _byGroup = Comparer<RoomGroupKey?>.Create(RoomGroupKey.Compare);

    // Circuits with the same list and the same window render the same part of it.
    private readonly ConcurrentDictionary<MonitorViewport, MonitorWindow> _windows = [];
    private readonly ImmutableArray<MonitorGroup> _groups;
    private readonly ListOrder _order;

    private MonitorList(ImmutableArray<MonitorItem> items, ListOrder? before = null, int displaced = 0)
    {
        Items = items;
        Displaced = displaced;
        _groups = MonitorGroup.Of(items);
        _order = ListOrder.Of(items) is var order && order.Equals(before) ? before : order;
    }

    public static MonitorList Empty { get; } = new([]);

    public ImmutableArray<MonitorItem> Items { get; }

    /// <summary>How many rooms a new order would move or take away.</summary>
    public int Displaced { get; }

    /// <summary>One list for all who ask the same.</summary>
    public static MonitorList Sorted(OccupancySnapshot snapshot, IRoomSelector selector) => PerSnapshot<IRoomSelector, MonitorList>.Get(
        snapshot, selector, static (snapshot, selector, _) => new MonitorList(selector.Select(snapshot)), 0);

    /// <summary>The newer snapshot in the order of this list: one list for all whose order was the same.</summary>
    public MonitorList Following(OccupancySnapshot snapshot, IRoomSelector selector) => PerSnapshot<(ListOrder, IRoomSelector), MonitorList>.Get(
        snapshot, (_order, selector), static (snapshot, from, list) => list.Follow(snapshot, from.Item2), this);

    /// <summary>The part of it that is to be rendered.</summary>
    public MonitorWindow WindowOf(MonitorViewport viewport) =>
        _windows.TryGetValue(viewport, out var shared) ? shared
        : _windows.Count < SharedWindows ? _windows.GetOrAdd(viewport, static (viewport, groups) => MonitorWindow.Of(groups, viewport), _groups)
        : MonitorWindow.Of(_groups, viewport);

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
        return new MonitorList(ordered, _order, ordered.Length - inOrder);
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
