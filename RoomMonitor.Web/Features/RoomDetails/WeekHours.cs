using RoomMonitor.Domain.Time;

namespace RoomMonitor.Web.Features.RoomDetails;

/// <summary>The hours of the clock that a week shows: the opening hours, and wider where something lies outside of them.</summary>
public readonly record struct WeekHours(int First, int Last)
{
    public int Count => Last - First;

    public static WeekHours Of(IEnumerable<WeekDay> days, IReadOnlyCollection<TimeSlot> others, CampusCalendar calendar)
    {
        var (first, last) = (OpeningHours.FirstHour, OpeningHours.LastHour);
        foreach (var day in days)
        {
            foreach (var slot in (day.Entries ?? []).Select(entry => entry.Slot).Concat(others).Where(slot => slot.Overlaps(day.Slot)))
            {
                first = Math.Min(first, slot.Start <= day.Slot.Start ? 0 : calendar.ToLocal(slot.Start).Hour);
                last = Math.Max(last, slot.End >= day.Slot.End ? 24 : (int)Math.Ceiling(calendar.ToLocal(slot.End).TimeOfDay.TotalHours));
            }
        }

        return new WeekHours(first, last);
    }
}
