using RoomMonitor.Domain.Occupancy;
using RoomMonitor.Domain.Time;
using RoomMonitor.Web.Parts;

namespace RoomMonitor.Web.Features.Booking;

/// <summary>Until when a free room can be booked at once.</summary>
public static class BookNowEnds
{
    private static readonly TimeSpan _shortest = TimeSpan.FromMinutes(20);
    private static readonly TimeSpan _hour = TimeSpan.FromHours(1);
    private static readonly TimeSpan _longest = TimeSpan.FromHours(4);

    /// <summary>
    /// The next full hour, an hour from now, and the next reservation (two hours from now where it is far), as far as the room is free;
    /// empty for a room that is held. Before them what was wished for, where it fits.
    /// </summary>
    public static IReadOnlyList<(TimeSlot Slot, string Text)> Of(RoomSchedule schedule, CampusCalendar calendar, DateTime now, TimeSpan? wished = null)
    {
        if (schedule.Holds.Any(hold => hold.Slot.Contains(now)))
        {
            return [];
        }

        var start = WholeMinutes.AtOrBefore(now);
        var next = schedule.Holds.FirstOrDefault(hold => hold.Slot.Start > now)?.Slot.Start;
        var fullHour = start + TimeSpan.FromMinutes(60 - calendar.ToLocal(start).Minute);
        var ends = new List<(DateTime End, string Text)>
        {
            At(fullHour - start < _shortest ? fullHour + _hour : fullHour),
            After(_hour),
        };
        if (next is { } limit && limit - start <= _longest)
        {
            ends.RemoveAll(end => end.End >= limit);
            ends.Add((limit, BookingTexts.FormatBookNowUntilNext(CampusFormats.Time(limit, calendar))));
        }
        else
        {
            ends.Add(After(2 * _hour));
        }

        if (wished is { } length && (next is null || start + length <= next))
        {
            ends.RemoveAll(end => end.End == start + length);
            ends.Add(After(length));
        }

        return [.. ends.DistinctBy(end => end.End).OrderBy(end => end.End - start != wished).ThenBy(end => end.End).Select(end => (new TimeSlot(start, end.End), end.Text))];

        (DateTime, string) At(DateTime end) => (end, BookingTexts.FormatUntilTime(CampusFormats.Time(end, calendar)));

        (DateTime, string) After(TimeSpan length) =>
            (start + length, BookingTexts.FormatBookNowLength(CampusFormats.Duration(length), CampusFormats.Time(start + length, calendar)));
    }
}
