using System.Collections.Immutable;
using RoomMonitor.Data.Occupancy;
using RoomMonitor.Domain.Occupancy;
using RoomMonitor.Domain.Rooms;
using RoomMonitor.Domain.Time;
using RoomMonitor.Web.Realtime;

namespace RoomMonitor.Web.Features.Booking;

/// <summary>
/// Finds what is free instead of a time that is taken. Days that the board knows to their end are read from it, later ones from the
/// database, all rooms in one query.
/// </summary>
public sealed class FreeSlotFinder(
    OccupancyBroadcaster broadcaster, OccupancyQueries queries, [FromKeyedServices(CampusTime.Key)] TimeProvider clock)
{
    /// <summary>Rooms that are offered at most for the same time.</summary>
    public const int Rooms = 3;

    /// <summary>Times that are offered at most in the same room.</summary>
    public const int Times = 2;

    /// <summary>The days on which another time is looked for, the asked one among them.</summary>
    public const int Days = 4;

    /// <param name="people">Each room offered has seats for so many.</param>
    /// <param name="inTheWay">What is known to hold the room besides: the board may not have heard of it yet.</param>
    public async Task<FreeSlotSearch> FindAsync(
        int roomId, TimeSlot asked, int people, IReadOnlyCollection<TimeSlot> inTheWay, CancellationToken cancellationToken)
    {
        var snapshot = broadcaster.Snapshot;
        if (snapshot.Find(roomId)?.Room is not { } room)
        {
            return FreeSlotSearch.Nothing;
        }

        var now = clock.GetUtcNow().UtcDateTime;
        var (holdsOf, days) = await HoldsAsync(snapshot, asked, now, cancellationToken);
        var taken = holdsOf(roomId).Concat(inTheWay).Distinct().OrderBy(slot => slot.Start).ToImmutableArray();
        var rooms = SimilarRooms.Of(room, people, snapshot.Rooms.Select(occupancy => occupancy.Room))
            .Where(other => !holdsOf(other.Id).Any(asked.Overlaps))
            .Take(Rooms)
            .Select(other => new BookingAlternative(other, asked));
        var times = FreeSlots.Nearest(taken, asked, WholeMinutes.AtOrBefore(now), days, snapshot.Calendar)
            .Take(Times)
            .Select(slot => new BookingAlternative(room, slot));
        return new FreeSlotSearch(taken, [.. rooms, .. times]);
    }

    /// <summary>What holds each room from the asked day on, and on how many days of those that are looked at this is known.</summary>
    private async Task<(Func<int, IEnumerable<TimeSlot>> HoldsOf, int Days)> HoldsAsync(
        OccupancySnapshot snapshot, TimeSlot asked, DateTime now, CancellationToken cancellationToken)
    {
        var calendar = snapshot.Calendar;
        var first = calendar.DateOf(asked.Start);
        var overhang = FreeSlots.Overhang(asked, calendar);
        var known = now + OccupancyRules.FreeUntilWindow - overhang;
        var knownDays = Enumerable.Range(0, Days).TakeWhile(day => calendar.Day(first.AddDays(day)).End <= known).Count();
        // What lasts over days is looked for on all of them: the board knows it to its end, or the database is asked.
        if (knownDays > (overhang > TimeSpan.Zero ? Days - 1 : 0) && asked.End <= known + overhang)
        {
            return (id => snapshot.Find(id)?.Schedule.Holds.Select(hold => hold.Slot) ?? [], knownDays);
        }

        var end = calendar.StartOf(first.AddDays(Days)) + overhang;
        var taken = await queries.TakenAsync(calendar.StartOf(first), asked.End > end ? asked.End : end, cancellationToken);
        var byRoom = taken.ToLookup(slot => slot.RoomId, slot => slot.Slot);
        return (id => byRoom[id], Days);
    }
}
