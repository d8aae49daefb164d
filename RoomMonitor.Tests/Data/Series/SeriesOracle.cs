using RoomMonitor.Domain.Reservations;
using RoomMonitor.Domain.Time;

namespace RoomMonitor.Tests.Data.Series;

/// <summary>What a series is, said again without any arithmetic of weeks or offsets: looks at each day, and tries each offset.</summary>
internal static class SeriesOracle
{
    public static IReadOnlyList<DateOnly> Days(RecurrenceRule rule, DateOnly from)
    {
        var weekdays = rule.Weekdays.Count == 0 ? [from.DayOfWeek] : rule.Weekdays;
        var week = rule.Week ?? (from.Day > 28 ? WeekOfMonth.Last : (WeekOfMonth)((from.Day + 6) / 7));
        var days = new List<DateOnly>();
        DateOnly? firstMonday = null;
        for (var day = from; days.Count < (rule.Count ?? 201) && !(day > rule.Until) && day < from.AddYears(40); day = day.AddDays(1))
        {
            var isNamed = rule.Frequency switch
            {
                RecurrenceFrequency.Daily => true,
                RecurrenceFrequency.Weekly => weekdays.Contains(day.DayOfWeek),
                RecurrenceFrequency.EveryTwoWeeks => weekdays.Contains(day.DayOfWeek)
                    && (firstMonday is null || (MondayOf(day).DayNumber - firstMonday.Value.DayNumber) % 14 == 0),
                RecurrenceFrequency.MonthlyByDate => day.Day == from.Day,
                _ => day == DayOfMonth(day, weekdays[0], week),
            };
            if (isNamed)
            {
                firstMonday ??= MondayOf(day);
                days.Add(day);
            }
        }

        return days;
    }

    /// <summary>The instants at which the clocks of a zone show a time: none, one or two, earlier first.</summary>
    public static IReadOnlyList<DateTime> InstantsOf(DateTime local, CampusCalendar calendar) =>
        [.. Enumerable.Range(-60, 121).Select(quarter => DateTime.SpecifyKind(local.AddMinutes(15 * quarter), DateTimeKind.Utc))
            .Where(utc => TimeZoneInfo.ConvertTimeFromUtc(utc, calendar.TimeZone) == local).Order()];

    private static DateOnly DayOfMonth(DateOnly within, DayOfWeek weekday, WeekOfMonth week)
    {
        var all = Enumerable.Range(1, DateTime.DaysInMonth(within.Year, within.Month)).Select(day => new DateOnly(within.Year, within.Month, day))
            .Where(day => day.DayOfWeek == weekday).ToList();
        return week == WeekOfMonth.Last ? all[^1] : all[(int)week - 1];
    }

    private static DateOnly MondayOf(DateOnly day)
    {
        while (day.DayOfWeek != DayOfWeek.Monday)
        {
            day = day.AddDays(-1);
        }

        return day;
    }
}
