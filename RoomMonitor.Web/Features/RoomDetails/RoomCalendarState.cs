using System.Collections.Immutable;
using Fluxor;
using RoomMonitor.Domain.Occupancy;
using RoomMonitor.Domain.Time;
using RoomMonitor.Web.Realtime;

namespace RoomMonitor.Web.Features.RoomDetails;

/// <summary>
/// What was read from the database about the room whose page is open: the week shown, and today. The coming seven days are on the board
/// and come from there, live; what was read adds who sees what of them.
/// </summary>
[FeatureState]
public sealed record RoomCalendarState
{
    private RoomCalendarState()
    {
    }

    /// <summary>0 while no room's page is open.</summary>
    public int RoomId { get; init; }

    /// <summary>The first day of the week shown.</summary>
    public DateOnly FirstDay { get; init; }

    /// <summary>The times that were read.</summary>
    public ImmutableArray<TimeSlot> Read { get; init; } = [];

    public ImmutableArray<CalendarEntry> Entries { get; init; } = [];

    /// <summary>The last reading failed; what was read before is kept.</summary>
    public bool HasFailed { get; init; }

    /// <summary>What holds the room on a campus day, by start; null where nobody knows yet.</summary>
    public ImmutableArray<CalendarEntry>? EntriesOn(TimeSlot day, RoomOccupancy room, CampusCalendar calendar, DateTime now)
    {
        var today = calendar.DateOf(now);
        var isOnBoard = day.Start >= calendar.StartOf(today) && day.End <= calendar.StartOf(today.AddDays(OccupancyRules.FreeUntilWindow.Days));
        var isRead = room.Room.Id == RoomId && Read.Any(read => read.Start <= day.Start && day.End <= read.End);
        var read = isRead ? Entries.Where(entry => entry.Slot.Overlaps(day)) : [];
        if (!isOnBoard)
        {
            return isRead ? [.. read] : null;
        }

        var known = read.Where(entry => !entry.IsClosure).DistinctBy(entry => entry.ReservationId).ToDictionary(entry => entry.ReservationId!.Value);
        return [.. room.Schedule.Holds.Where(hold => hold.Slot.Overlaps(day)).Select(hold => Of(hold, known))];
    }

    private static CalendarEntry Of(Hold hold, Dictionary<int, CalendarEntry> known) =>
        hold.ReservationId is { } id && known.TryGetValue(id, out var entry)
            ? entry with { Slot = hold.Slot, IsPending = hold.IsPending }
            : CalendarEntry.Of(hold);
}
