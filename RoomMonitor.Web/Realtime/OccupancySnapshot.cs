using System.Collections.Frozen;
using RoomMonitor.Domain.Occupancy;
using RoomMonitor.Domain.Time;

namespace RoomMonitor.Web.Realtime;

/// <summary>
/// All active rooms at one version of the board. Immutable and shared by reference by all circuits, sockets and caches.
/// </summary>
public sealed class OccupancySnapshot
{
    private readonly PagedList<RoomOccupancy> _rooms;
    private readonly FrozenDictionary<int, int> _index;
    private readonly int[] _reading;

    /// <param name="index">The place of each room by its id.</param>
    /// <param name="reading">The places in the order in which people read them.</param>
    internal OccupancySnapshot(
        long version,
        DateTime asOf,
        DateTime nextTransition,
        CampusCalendar calendar,
        PagedList<RoomOccupancy> rooms,
        FrozenDictionary<int, int> index,
        int[] reading)
    {
        Version = version;
        AsOf = asOf;
        NextTransition = nextTransition;
        Calendar = calendar;
        _rooms = rooms;
        _index = index;
        _reading = reading;
    }

    /// <summary>Grows with every change of the board; an older snapshot never replaces a newer one.</summary>
    public long Version { get; }

    /// <summary>The campus instant of the last change.</summary>
    public DateTime AsOf { get; }

    /// <summary>The earliest instant at which any room's status changes by the passing of time.</summary>
    public DateTime NextTransition { get; }

    public CampusCalendar Calendar { get; }

    /// <summary>Active rooms in the order of the wire, <see cref="Domain.Rooms.RoomOrder.Wire"/>.</summary>
    public IReadOnlyList<RoomOccupancy> Rooms => _rooms;

    /// <summary>The same in the order of every page and screen, <see cref="Domain.Rooms.RoomOrder.Reading"/>.</summary>
    public IEnumerable<RoomOccupancy> InReadingOrder => _reading.Select(place => _rooms[place]);

    /// <summary>The room, or null where there is none that is active.</summary>
    public RoomOccupancy? Find(int roomId) => _index.TryGetValue(roomId, out var index) ? _rooms[index] : null;

    /// <summary>One room's status with its minutes as of now.</summary>
    public RoomStatus StatusAt(RoomOccupancy room, DateTime now) => room.Schedule.StatusAt(ReadableAt(now));

    /// <summary>
    /// Now, but never past a transition that this snapshot doesn't contain: what is read from a version never runs ahead of the
    /// change that follows it.
    /// </summary>
    public DateTime ReadableAt(DateTime now)
    {
        var instant = now < AsOf ? AsOf : now;
        return instant < NextTransition ? instant : NextTransition.AddTicks(-1);
    }

    internal OccupancySnapshot With(long version, DateTime asOf, DateTime nextTransition, PagedList<RoomOccupancy> rooms) =>
        new(version, asOf, nextTransition, Calendar, rooms, _index, _reading);

    internal int IndexOf(int roomId) => _index.TryGetValue(roomId, out var index) ? index : -1;

    internal PagedList<RoomOccupancy> Pages => _rooms;
}
