using System.Collections.Frozen;
using System.Collections.Immutable;
using RoomMonitor.Domain.Activity;
using RoomMonitor.Domain.Occupancy;
using RoomMonitor.Domain.Reservations;
using RoomMonitor.Domain.Rooms;
using RoomMonitor.Domain.Time;

namespace RoomMonitor.Web.Realtime;

/// <summary>
/// The occupancy of all active rooms for a rolling window. Only the <see cref="OccupancyBroadcaster"/> changes it, under its lock;
/// <see cref="Snapshot"/> may be read from anywhere. No database in sight.
/// </summary>
public sealed class OccupancyBoard(CampusCalendar calendar)
{
    private readonly TransitionQueue _transitions = new();
    private readonly Dictionary<int, ReservationFacts> _known = [];
    private OccupancySnapshot _snapshot =
        new(0, DateTime.UnixEpoch, DateTime.MaxValue, calendar, new PagedList<RoomOccupancy>([]), FrozenDictionary<int, int>.Empty, []);

    public OccupancySnapshot Snapshot => Volatile.Read(ref _snapshot);

    /// <summary>Up to where reservations have been loaded.</summary>
    public DateTime Horizon { get; private set; } = DateTime.MinValue;

    /// <summary>From where reservations have been kept: a clock that is set back before it needs a new load.</summary>
    public DateTime From { get; private set; } = DateTime.MaxValue;

    /// <summary>Replaces everything by what the database says, and tells of what differs.</summary>
    internal OccupancyUpdate Load(OccupancyLoad load, DateTime now)
    {
        From = load.From;
        Horizon = load.Horizon;
        _transitions.Clear();
        Remember(load.Reservations, now);

        var before = Snapshot;
        var blackouts = load.Blackouts.ToLookup(blackout => blackout.RoomId, Hold.Of);
        var reservations = load.Reservations.Where(r => r.Status != ReservationStatus.Cancelled).ToLookup(r => r.RoomId, Hold.Of);
        var rooms = load.Rooms.Where(room => room.IsActive).Select(room => Known(before, room)).Order(RoomOrder.Wire)
            .Select(room => At(RoomSchedule.Of(room, calendar, reservations[room.Id].Concat(blackouts[room.Id])), now)).ToList();
        var index = rooms.Select((room, position) => (room.Room.Id, position)).ToFrozenDictionary(pair => pair.Id, pair => pair.position);

        var reading = Enumerable.Range(0, rooms.Count).OrderBy(place => rooms[place].Room, RoomOrder.Reading).ToArray();

        var changes = rooms
            .Where(room => before.Find(room.Room.Id)?.Status.EqualsButForMinutes(room.Status) == false)
            .Select(room => RoomChange.OfTime(room.Status, before.Find(room.Room.Id)!.Status));
        var roomsChanged = !before.Rooms.Select(room => room.Room).SequenceEqual(rooms.Select(room => room.Room));
        var after = new OccupancySnapshot(before.Version + 1, now, _transitions.Next, calendar, new PagedList<RoomOccupancy>(rooms), index, reading);
        return Commit(after, [.. changes], roomsChanged);
    }

    /// <summary>Whether a reservation on the board reaches past what has been loaded, where something may follow it.</summary>
    internal bool ReachesPastHorizon(ReservationFacts facts) =>
        facts.End >= Horizon && Snapshot.Find(facts.RoomId)?.Schedule.Holds.Any(hold => hold.ReservationId == facts.Id) == true;

    /// <summary>Applies what one transaction changed, in order.</summary>
    internal OccupancyUpdate Apply(IReadOnlyList<ActivityEntry> entries, DateTime now)
    {
        var changes = ImmutableArray.CreateBuilder<RoomChange>();
        var rooms = Snapshot.Pages.ToBuilder();
        foreach (var entry in entries)
        {
            if (entry.Reservation is { } facts)
            {
                Apply(rooms, entry, facts, changes, now);
            }
        }

        return Commit(Snapshot.With(Snapshot.Version + 1, now, _transitions.Next, rooms.ToPagedList()), changes.ToImmutable());
    }

    /// <summary>The transitions that are due; null where nothing was.</summary>
    internal OccupancyUpdate? Advance(DateTime now, bool all)
    {
        var due = all ? [.. Snapshot.Rooms.Select(room => room.Room.Id)] : _transitions.TakeDue(now);
        var changes = ImmutableArray.CreateBuilder<RoomChange>();
        var rooms = Snapshot.Pages.ToBuilder();
        foreach (var position in due.Select(Snapshot.IndexOf).Where(position => position >= 0))
        {
            var before = rooms[position];
            var after = At(before.Schedule, now);
            if (!after.Status.EqualsButForMinutes(before.Status))
            {
                rooms[position] = after;
                changes.Add(RoomChange.OfTime(after.Status, before.Status));
            }
        }

        // Also without a change: the instant up to which the snapshot may be read has moved.
        return changes.Count == 0 && _transitions.Next == Snapshot.NextTransition && now >= Snapshot.AsOf
            ? null
            : Commit(Snapshot.With(Snapshot.Version + 1, now, _transitions.Next, rooms.ToPagedList()), changes.ToImmutable());
    }

    private void Apply(
        PagedList<RoomOccupancy>.Builder rooms, ActivityEntry entry, ReservationFacts facts, ImmutableArray<RoomChange>.Builder changes, DateTime now)
    {
        var known = _known.GetValueOrDefault(facts.Id);
        var isNews = known is null || known.Version < facts.Version;
        if (isNews)
        {
            _known[facts.Id] = facts;
        }

        // A move is told in both rooms; and wherever the board had it, there it goes out.
        foreach (var roomId in new[] { known?.RoomId, entry.PreviousRoomId, facts.RoomId }.OfType<int>().Distinct())
        {
            var position = Snapshot.IndexOf(roomId);
            if (position < 0)
            {
                continue;
            }

            var before = rooms[position];
            var after = isNews ? At(Reschedule(before.Schedule, entry.Action, facts), now) : before;
            rooms[position] = after;
            if (roomId == facts.RoomId || roomId == entry.PreviousRoomId)
            {
                changes.Add(new RoomChange(entry.Action, after.Status, before.Status, facts, entry.UserId));
            }
        }
    }

    private RoomSchedule Reschedule(RoomSchedule schedule, ActivityAction action, ReservationFacts facts)
    {
        var without = schedule.Without(facts.Id);
        var holds = facts.RoomId == schedule.Room.Id && facts.Status != ReservationStatus.Cancelled && action != ActivityAction.ReservationDeleted;
        var isInSight = facts.End > From && (facts.Start < Horizon || without.Holds.Any(hold => hold.Slot.End >= facts.Start));
        return holds && isInSight ? without.With(Hold.Of(facts)) : without;
    }

    /// <summary>What was cancelled or deleted within a day stays known, so that an entry that comes late can't bring it back.</summary>
    private void Remember(IReadOnlyList<ReservationFacts> loaded, DateTime now)
    {
        foreach (var outdated in _known.Values.Where(facts => facts.UpdatedAt < now.AddDays(-1)).ToList())
        {
            _known.Remove(outdated.Id);
        }

        foreach (var facts in loaded)
        {
            _known[facts.Id] = facts;
        }
    }

    private RoomOccupancy At(RoomSchedule schedule, DateTime now)
    {
        _transitions.Set(schedule.Room.Id, schedule.NextTransitionAfter(now));
        return new RoomOccupancy(schedule, schedule.StatusAt(now));
    }

    private OccupancyUpdate Commit(OccupancySnapshot snapshot, ImmutableArray<RoomChange> changes, bool roomsChanged = false)
    {
        Volatile.Write(ref _snapshot, snapshot);
        return new OccupancyUpdate(snapshot, changes, roomsChanged);
    }

    /// <summary>The instance that is on the board, where nothing about the room has changed: statuses compare it by reference.</summary>
    private static Room Known(OccupancySnapshot before, Room room) =>
        before.Find(room.Id)?.Room is { } known && known.IsDescribedAs(room) ? known : room;
}
