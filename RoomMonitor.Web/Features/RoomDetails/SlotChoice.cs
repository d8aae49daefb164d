using System.Globalization;
using RoomMonitor.Domain.Time;

namespace RoomMonitor.Web.Features.RoomDetails;

/// <summary>Turns what was pointed at in a week into a slot that can be booked.</summary>
public static class SlotChoice
{
    private const int MinutesOfDay = 24 * 60;
    private static readonly TimeSpan _click = TimeSpan.FromHours(1);
    private static readonly TimeSpan _halfHour = TimeSpan.FromMinutes(30);
    private static readonly TimeSpan _quarter = TimeSpan.FromMinutes(15);

    /// <summary>The slot as pointed at, whatever holds the room and whatever time it is; null where it is none.</summary>
    public static TimeSlot? Pointed(SlotEventArgs choice, WeekDay day, CampusCalendar calendar)
    {
        if (choice.Start is < 0 or >= MinutesOfDay || choice.End is < 0 or > MinutesOfDay)
        {
            return null;
        }

        var start = calendar.InstantOf(day.Date, TimeSpan.FromMinutes(choice.Start));
        var end = choice.End is { } minute ? calendar.InstantOf(day.Date, TimeSpan.FromMinutes(minute)) : start + _click;
        return end > start ? new TimeSlot(start, end) : null;
    }

    /// <summary>
    /// What can be booked of it: never before the present (rounded up to a quarter), and for a click never into what follows. Null where
    /// the time is over, or a click hit what is taken.
    /// </summary>
    public static TimeSlot? Bookable(TimeSlot pointed, bool isClick, WeekDay day, DateTime now)
    {
        var pointedUntil = isClick ? pointed.Start + _halfHour : pointed.End;
        if (pointedUntil <= now)
        {
            return null;
        }

        var soonest = new DateTime((now.Ticks + _quarter.Ticks - 1) / _quarter.Ticks * _quarter.Ticks, DateTimeKind.Utc);
        var start = pointed.Start < now ? soonest : pointed.Start;
        var end = isClick ? start + _click : pointed.End;
        foreach (var entry in isClick ? day.Entries ?? [] : [])
        {
            if (entry.Slot.Contains(start))
            {
                return null;
            }

            end = entry.Slot.Start > start && entry.Slot.Start < end ? entry.Slot.Start : end;
        }

        return end > start ? new TimeSlot(start, end) : null;
    }

    /// <summary>The day that was pointed at; null where it isn't one of these.</summary>
    public static WeekDay? DayOf(SlotEventArgs choice, IEnumerable<WeekDay> days) =>
        DateOnly.TryParseExact(choice.Day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            ? days.FirstOrDefault(day => day.Date == date)
            : null;
}
