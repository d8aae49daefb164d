using RoomMonitor.Domain.Time;

namespace RoomMonitor.Tests.Domain.Occupancy;

/// <summary>Tries each minute of each day, and knows nothing of calendars and sorted lists.</summary>
public static class FreeSlotsOracle
{
    private static readonly TimeSpan _minute = TimeSpan.FromMinutes(1);

    public static IReadOnlyList<TimeSlot> Nearest(FreeSlotsCase asked)
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById(asked.Schedule.TimeZone);
        var holds = asked.Schedule.Holds().Select(hold => hold.Slot).ToList();
        var wished = Local(asked.Asked.Start);
        var open = Exact(wished.Date.AddHours(21)) - Exact(wished.Date.AddHours(7));
        if (Local(asked.Asked.End.AddTicks(-1)).Date != wished.Date || asked.Asked.Length > open)
        {
            return [.. Enumerable.Range(0, asked.Days).Select(SameTimes).Where(slot => slot.Start >= asked.Earliest && holds.TrueForAll(hold => hold.End <= slot.Start || slot.End <= hold.Start))];
        }

        var found = new List<TimeSlot>();
        for (var day = 0; day < asked.Days; day++)
        {
            var date = wished.Date.AddDays(day);
            var minutes = MinutesAround(date).Where(minute => Local(minute).Date == date).ToList();
            var wish = day == 0 ? Floor(asked.Asked.Start) : AtOrAfter(minutes, date + Floor(wished).TimeOfDay);
            var best = Runs(minutes.Where(IsFree))
                .Select(run => run.OrderBy(start => (start - wish).Duration()).ThenByDescending(start => start).First());
            found.AddRange(best
                .OrderBy(start => (start - wish).Duration()).ThenByDescending(start => start)
                .Select(start => new TimeSlot(start, start + asked.Asked.Length)));
        }

        return found;

        DateTime Local(DateTime utc) => TimeZoneInfo.ConvertTimeFromUtc(utc, zone);

        TimeSlot SameTimes(int day) => day == 0
            ? asked.Asked
            : new TimeSlot(Exact(wished.AddDays(day)), Exact(Local(asked.Asked.End).AddDays(day)));

        // The earlier instant of a time that is repeated, and the first one after a time that is skipped.
        DateTime Exact(DateTime local)
        {
            var utc = DateTime.SpecifyKind(local, DateTimeKind.Utc);
            var instants = Enumerable.Range(-16 * 4, 32 * 4 + 1).Select(quarter => utc.AddMinutes(15 * quarter)).Where(instant => Local(instant) == local).ToList();
            return instants.Count > 0 ? instants[0] : AtOrAfter(MinutesAround(local.Date), local);
        }

        DateTime AtOrAfter(IEnumerable<DateTime> instants, DateTime local) => instants.First(instant => Local(instant) >= local);

        bool IsFree(DateTime start)
        {
            var end = start + asked.Asked.Length;
            var (from, to) = (Local(start), Local(end));
            return start >= asked.Earliest
                && from.TimeOfDay >= TimeSpan.FromHours(7)
                && to.Date == from.Date
                && to.TimeOfDay <= TimeSpan.FromHours(21)
                && holds.TrueForAll(hold => hold.End <= start || end <= hold.Start);
        }
    }

    private static IEnumerable<DateTime> MinutesAround(DateTime date)
    {
        var first = DateTime.SpecifyKind(date, DateTimeKind.Utc).AddHours(-16);
        return Enumerable.Range(0, 60 * 60).Select(minute => first.AddMinutes(minute));
    }

    private static IEnumerable<List<DateTime>> Runs(IEnumerable<DateTime> minutes)
    {
        var run = new List<DateTime>();
        foreach (var minute in minutes)
        {
            if (run.Count > 0 && minute - run[^1] > _minute)
            {
                yield return run;
                run = [];
            }

            run.Add(minute);
        }

        if (run.Count > 0)
        {
            yield return run;
        }
    }

    private static DateTime Floor(DateTime instant) => instant.AddTicks(-(instant.Ticks % _minute.Ticks));
}
