using RoomMonitor.Domain.Occupancy;
using RoomMonitor.Domain.Time;

namespace RoomMonitor.Web.Api.Contracts;

/// <summary>
/// What holds a room from the beginning of today to a day from now: enough to tell its status at any instant before <see cref="Until"/>
/// without asking again.
/// </summary>
public sealed record WireSchedule
{
    /// <summary>How far ahead it reaches at least.</summary>
    private static readonly TimeSpan _ahead = TimeSpan.FromHours(24);

    public required int RoomId { get; init; }

    public required string RoomName { get; init; }

    /// <summary>Empty where unknown, never null.</summary>
    public required string Building { get; init; }

    /// <summary>0 where unknown.</summary>
    public required int Floor { get; init; }

    /// <summary>Seats.</summary>
    public required int Capacity { get; init; }

    /// <summary>From when on it tells everything: the start of the campus day, or of the chain that runs over it.</summary>
    public required DateTime From { get; init; }

    /// <summary>Up to when it tells everything: the first full hour that is a day or more from now. A chain that runs past it is told to its end.</summary>
    public required DateTime Until { get; init; }

    /// <summary>By start, then end.</summary>
    public required IReadOnlyList<WireScheduleSlot> Slots { get; init; }

    /// <summary>Campus time at which it was told, RFC 3339, UTC.</summary>
    public required DateTime Timestamp { get; init; }

    public static WireSchedule Of(RoomSchedule schedule, CampusCalendar calendar, DateTime now)
    {
        var from = BeginningOfChain(schedule, calendar.DayOf(now).Start);

        // On the full hour, so that the answer stays the same for up to an hour and its tag is worth something.
        var until = new DateTime((now + _ahead).Ticks / TimeSpan.TicksPerHour * TimeSpan.TicksPerHour, DateTimeKind.Utc).AddHours(1);
        var slots = new List<WireScheduleSlot>();
        var reach = until.AddTicks(-1);
        foreach (var hold in schedule.Holds)
        {
            // Sorted by start: what begins past the end and touches nothing that runs over it, and all after it, is another day's.
            if (hold.Slot.Start > reach)
            {
                break;
            }

            if (hold.Slot.End > from)
            {
                slots.Add(WireScheduleSlot.Of(hold));
                reach = hold.Slot.End > reach ? hold.Slot.End : reach;
            }
        }

        var room = schedule.Room;
        return new()
        {
            RoomId = room.Id,
            RoomName = room.Name,
            Building = room.Building,
            Floor = room.Floor,
            Capacity = room.Capacity,
            From = from,
            Until = until,
            Slots = slots,
            Timestamp = now,
        };
    }

    private static DateTime BeginningOfChain(RoomSchedule schedule, DateTime from)
    {
        while (schedule.Holds.FirstOrDefault(hold => hold.Slot.Start < from && hold.Slot.End >= from) is { } earlier)
        {
            from = earlier.Slot.Start;
        }

        return from;
    }
}
