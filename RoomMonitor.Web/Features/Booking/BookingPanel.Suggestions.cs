using RoomMonitor.Domain.Occupancy;
using RoomMonitor.Domain.Time;
using RoomMonitor.Web.Parts;

namespace RoomMonitor.Web.Features.Booking;

/// <content>Times that the form offers by itself.</content>
public sealed partial class BookingPanel
{
    private static readonly TimeSpan _usual = TimeSpan.FromHours(1);
    private static readonly TimeSpan _short = TimeSpan.FromMinutes(30);

    /// <summary>A room that is free for longer isn't booked to the end of it by one click.</summary>
    private static readonly TimeSpan _untilNext = TimeSpan.FromDays(1);

    /// <summary>Each length with the time that it gives.</summary>
    private IEnumerable<(string Text, TimeSlot Slot)> Lengths(RoomSchedule schedule)
    {
        if (Time.ReadStart(Calendar) is not { } start)
        {
            yield break;
        }

        foreach (var length in new[] { _short, _usual })
        {
            yield return (CampusFormats.Duration(length), new TimeSlot(start, start + length));
        }

        if (schedule.Holds.FirstOrDefault(hold => hold.Slot.Start > start) is { } next && next.Slot.Start - start <= _untilNext)
        {
            yield return (BookingTexts.FormatUntilTime(BookingWords.End(next.Slot.Start, start, Calendar)), new TimeSlot(start, next.Slot.Start));
        }
    }

    private TimeSlot? NextFree(RoomSchedule schedule, TimeSlot asked)
    {
        var days = Calendar.DayOf(asked.Start).End + FreeSlots.Overhang(asked, Calendar) <= Now + OccupancyRules.FreeUntilWindow ? 1 : 0;
        var free = FreeSlots.Nearest(schedule.Holds.Select(hold => hold.Slot), asked, WholeMinutes.AtOrBefore(Now), days, Calendar);
        return free.Select(slot => (TimeSlot?)slot).FirstOrDefault();
    }

    /// <summary>An hour from the next quarter on, or as soon after it as the room is free.</summary>
    private TimeSlot Suggestion()
    {
        var quarter = new DateTime((Now.Ticks + (TimeSpan.TicksPerHour / 4) - 1) / (TimeSpan.TicksPerHour / 4) * (TimeSpan.TicksPerHour / 4), DateTimeKind.Utc);
        var wish = new TimeSlot(quarter, quarter + (Length ?? _usual));
        if (Occupancy is not { } room || !room.Schedule.Holds.Any(hold => hold.Slot.Overlaps(wish)))
        {
            return wish;
        }

        var free = FreeSlots.Nearest(room.Schedule.Holds.Select(hold => hold.Slot), wish, quarter, days: 2, Calendar);
        return free.Append(wish).First();
    }
}
