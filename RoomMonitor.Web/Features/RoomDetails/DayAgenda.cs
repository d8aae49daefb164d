using System.Collections.Immutable;
using RoomMonitor.Domain.Time;

namespace RoomMonitor.Web.Features.RoomDetails;

/// <summary>A campus day line by line: what holds the room, and from now on the free times between within the opening hours.</summary>
public static class DayAgenda
{
    /// <summary>Shorter gaps are no use to anybody.</summary>
    private static readonly TimeSpan _shortest = TimeSpan.FromMinutes(15);

    /// <param name="entries">By start; what lies outside of the day is cut off.</param>
    /// <param name="open">The hours in which free time is told.</param>
    public static ImmutableArray<AgendaLine> Of(ImmutableArray<CalendarEntry> entries, TimeSlot day, TimeSlot open, DateTime now)
    {
        var lines = ImmutableArray.CreateBuilder<AgendaLine>();
        var free = now > open.Start ? now : open.Start;
        foreach (var entry in entries.Where(entry => entry.Slot.Overlaps(day)))
        {
            if (entry.Slot.Start > free)
            {
                AddFree(free, entry.Slot.Start < open.End ? entry.Slot.Start : open.End);
            }

            free = entry.Slot.End > free ? entry.Slot.End : free;
            var slot = new TimeSlot(
                entry.Slot.Start > day.Start ? entry.Slot.Start : day.Start, entry.Slot.End < day.End ? entry.Slot.End : day.End);
            lines.Add(new AgendaLine(slot, entry, EntryWords.TimeOf(entry.Slot, now)));
        }

        AddFree(free, open.End);
        return lines.ToImmutable();

        void AddFree(DateTime start, DateTime end)
        {
            if (end - start >= _shortest)
            {
                lines.Add(new AgendaLine(new TimeSlot(start, end), null, start <= now ? EntryTime.Current : EntryTime.Coming));
            }
        }
    }
}
