using RoomMonitor.Domain.Reservations;
using RoomMonitor.Domain.Time;

namespace RoomMonitor.Tests.Data.Series;

/// <summary>What a series is, said again without any arithmetic of weeks or offsets: looks at each day, and tries each offset.</summary>
internal static class SeriesOracle
{
    /// <summary>Nobody looks further: series end within three.</summary>
    public const int Years = 40;

    public static IReadOnlyList<DateOnly> Days(RecurrenceRule rule, DateOnly from)
    {
        var weekdays = rule.Weekdays.Count == 0 ? [from.DayOfWeek] : rule.Weekdays;
        var week = rule.Week ?? (from.Day > 28 ? WeekOfMonth.Last : (WeekOfMonth)((from.Day + 6) / 7));
        var days = new List<DateOnly>();
        var isBegun = false;
        var passed = 0;
        for (var day = from; days.Count < (rule.Count ?? 201) && !(day > rule.Until) && day < from.AddYears(Years); day = day.AddDays(1))
        {
            var isNamed = rule.Frequency switch
            {
                RecurrenceFrequency.Daily => true,
                RecurrenceFrequency.Weekly or RecurrenceFrequency.EveryTwoWeeks => weekdays.Contains(day.DayOfWeek),
                RecurrenceFrequency.MonthlyByDate => day.Day == from.Day,
                _ => day == DayOfMonth(day, weekdays[0], week),
            };
            passed += isBegun && BeginsAnother(day, rule.Frequency) ? 1 : 0;
            if (isNamed && passed % rule.Interval == 0)
            {
                isBegun = true;
                days.Add(day);
            }
        }

        return days;
    }

    /// <summary>The instants at which the clocks of a zone show a time: none, one or two, earlier first.</summary>
    public static IReadOnlyList<DateTime> InstantsOf(DateTime local, CampusCalendar calendar) =>
        [.. Enumerable.Range(-60, 121).Select(quarter => DateTime.SpecifyKind(local.AddMinutes(15 * quarter), DateTimeKind.Utc))
            .Where(utc => TimeZoneInfo.ConvertTimeFromUtc(utc, calendar.TimeZone) == local).Order()];

    /// <summary>Another day, week or month.</summary>
    private static bool BeginsAnother(DateOnly day, RecurrenceFrequency frequency) => frequency switch
    {
        RecurrenceFrequency.Daily => true,
        RecurrenceFrequency.Weekly or RecurrenceFrequency.EveryTwoWeeks => day.DayOfWeek == DayOfWeek.Monday,
        _ => day.Day == 1,
    };

    private static DateOnly DayOfMonth(DateOnly within, DayOfWeek weekday, WeekOfMonth week)
    {
        var all = Enumerable.Range(1, DateTime.DaysInMonth(within.Year, within.Month)).Select(day => new DateOnly(within.Year, within.Month, day))
            .Where(day => day.DayOfWeek == weekday).ToList();
        return week == WeekOfMonth.Last ? all[^1] : all[(int)week - 1];
    }
}
