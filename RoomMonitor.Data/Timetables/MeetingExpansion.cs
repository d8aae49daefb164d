using RoomMonitor.Domain.Time;

namespace RoomMonitor.Data.Timetables;

/// <summary>
/// Expands meetings on the campus clock: what meets at 10:00 meets at 10:00 all year. A time that the clock repeats is the earlier
/// instant; a date on which it skips the start or the end has no meeting, and is reported.
/// </summary>
internal static class MeetingExpansion
{
    public static IEnumerable<MeetingOccurrence> Expand(MeetingLine meeting, CampusCalendar calendar, List<SkippedOccurrence> skipped)
    {
        for (var date = meeting.First; date <= meeting.Last; date = date.AddDays(1))
        {
            if (!meeting.Days.Contains(date.DayOfWeek) || meeting.Except.Contains(date))
            {
                continue;
            }

            if (meeting.Times.On(date, calendar) is { } slot)
            {
                yield return new MeetingOccurrence(meeting, date, slot);
            }
            else
            {
                skipped.Add(new SkippedOccurrence(meeting.Line, meeting.RoomCode, date, meeting.Times.Start, meeting.Times.End));
            }
        }
    }
}
