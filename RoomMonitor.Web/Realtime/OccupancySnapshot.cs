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

    internal OccupancySnapshot(
        long version, DateTime asOf, DateTime nextTransition, CampusCalendar calendar, PagedList<RoomOccupancy> rooms, FrozenDictionary<int, int> index)
    {
        Version = version;
        AsOf = asOf;
        NextTransition = nextTransition;
        Calendar = calendar;
        _rooms = rooms;
        _index = index;
    }

    /// <summary>Grows with every change of the board; an older snapshot never replaces a newer one.</summary>
    public long Version { get; }

    /// <summary>The campus instant of the last change.</summary>
    public DateTime AsOf { get; }

    /// <summary>The earliest instant at which any room's status changes by the passing of time.</summary>
    public DateTime NextTransition { get; }

    public CampusCalendar Calendar { get; }

    /// <summary>Active rooms in the order of <see cref="Domain.Rooms.RoomOrder"/>.</summary>
    public IReadOnlyList<RoomOccupancy> Rooms => _rooms;

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
        new(version, asOf, nextTransition, Calendar, rooms, _index);

    internal int IndexOf(int roomId) => _index.TryGetValue(roomId, out var index) ? index : -1;

    internal PagedList<RoomOccupancy> Pages => _rooms;
}
