using RoomMonitor.Domain.Time;

namespace RoomMonitor.Domain.Occupancy;

/// <summary>When a room is free for as long as somebody asked, near the time that they asked for.</summary>
public static class FreeSlots
{
    /// <summary>
    /// Slots of the asked length that overlap nothing, begin on a whole minute and lie within the opening hours: the best one of each free
    /// stretch. The asked day's come first, then those of the days after it; within a day the nearest to the asked time of day first,
    /// the later of two that are as near. What lasts longer than a day is open, or over midnight, is looked for at the same times of the days.
    /// </summary>
    /// <param name="taken">What holds the room on these days and <see cref="Overhang"/> after them, in any order; may overlap one another.</param>
    /// <param name="earliest">None begins before it.</param>
    /// <param name="days">How many days are looked at, the asked one among them.</param>
    public static IEnumerable<TimeSlot> Nearest(
        IEnumerable<TimeSlot> taken, TimeSlot asked, DateTime earliest, int days, CampusCalendar calendar)
    {
        var sorted = taken.OrderBy(slot => slot.Start).ToList();
        if (Overhang(asked, calendar) > TimeSpan.Zero)
        {
            foreach (var slot in SameTimes(asked, days, calendar).Where(slot => slot.Start >= earliest && !sorted.Exists(slot.Overlaps)))
            {
                yield return slot;
            }

            yield break;
        }

        var local = calendar.ToLocal(asked.Start);
        var first = DateOnly.FromDateTime(local);
        for (var day = 0; day < days; day++)
        {
            var date = first.AddDays(day);
            var wish = WholeMinutes.AtOrBefore(day == 0 ? asked.Start : calendar.InstantOf(date, local.TimeOfDay));
            var open = OpeningHours.Of(calendar, date);
            var starts = FreeStretches(sorted, open, earliest)
                .Select(stretch => (stretch.From, Last: WholeMinutes.AtOrBefore(stretch.To - asked.Length)))
                .Where(stretch => stretch.From <= stretch.Last)
                .Select(stretch => wish < stretch.From ? stretch.From : wish > stretch.Last ? stretch.Last : wish);
            foreach (var start in starts.OrderBy(start => (start - wish).Duration()).ThenByDescending(start => start))
            {
                yield return new TimeSlot(start, start + asked.Length);
            }
        }
    }

    /// <summary>How far after the days that are looked at something may end; zero for what fits into the opening hours of one.</summary>
    public static TimeSpan Overhang(TimeSlot asked, CampusCalendar calendar)
    {
        var date = calendar.DateOf(asked.Start);
        return date == calendar.DateOf(asked.End.AddTicks(-1)) && asked.Length <= OpeningHours.Of(calendar, date).Length ? TimeSpan.Zero : asked.Length;
    }

    private static IEnumerable<TimeSlot> SameTimes(TimeSlot asked, int days, CampusCalendar calendar)
    {
        var (start, end) = (calendar.ToLocal(asked.Start), calendar.ToLocal(asked.End));
        for (var day = 0; day < days; day++)
        {
            DateTime On(DateTime local) => calendar.InstantOf(DateOnly.FromDateTime(local).AddDays(day), local.TimeOfDay);
            var (from, to) = day == 0 ? (asked.Start, asked.End) : (On(start), On(end));
            if (to > from)
            {
                yield return new TimeSlot(from, to);
            }
        }
    }

    private static IEnumerable<(DateTime From, DateTime To)> FreeStretches(IReadOnlyList<TimeSlot> sorted, TimeSlot open, DateTime earliest)
    {
        var from = WholeMinutes.AtOrAfter(open.Start > earliest ? open.Start : earliest);
        foreach (var slot in sorted)
        {
            if (slot.Start >= open.End)
            {
                break;
            }

            if (slot.Start > from)
            {
                yield return (from, slot.Start);
            }

            if (slot.End > from)
            {
                from = WholeMinutes.AtOrAfter(slot.End);
            }
        }

        if (from < open.End)
        {
            yield return (from, open.End);
        }
    }
}
