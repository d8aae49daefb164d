using Ical.Net;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using RoomMonitor.Domain.Reservations;
using RecurrenceRule = RoomMonitor.Domain.Reservations.RecurrenceRule;
using Rrule = Ical.Net.DataTypes.RecurrencePattern;

namespace RoomMonitor.Data.Series;

/// <summary>
/// Recurrence rules as the RRULE texts of RFC 5545, and the days that they name. Days only: what the campus clock makes of a time of day is
/// for <see cref="SeriesTimes"/> alone.
/// </summary>
internal static class RuleText
{
    /// <param name="rule">One that leaves nothing to the day on which it begins.</param>
    /// <param name="first">The first day that it names.</param>
    public static string Of(RecurrenceRule rule, DateOnly first)
    {
        var pattern = rule.Frequency switch
        {
            RecurrenceFrequency.Daily => new Rrule(FrequencyType.Daily, rule.Interval),
            RecurrenceFrequency.Weekly or RecurrenceFrequency.EveryTwoWeeks =>
                new Rrule(FrequencyType.Weekly, rule.Interval) { ByDay = [.. rule.Weekdays.Select(day => new WeekDay(day))] },
            RecurrenceFrequency.MonthlyByDate => new Rrule(FrequencyType.Monthly, rule.Interval) { ByMonthDay = [first.Day] },
            _ => new Rrule(FrequencyType.Monthly, rule.Interval) { ByDay = [new WeekDay(rule.Weekdays[0], (int)rule.Week!)] },
        };
        pattern.Count = rule.Count;
        pattern.Until = rule.Until is { } until ? new CalDateTime(until) : null;
        return pattern.ToString()!;
    }

    public static RecurrenceRule Parse(string text)
    {
        var pattern = new Rrule(text);
        return new RecurrenceRule
        {
            Frequency = pattern.Frequency switch
            {
                FrequencyType.Daily => RecurrenceFrequency.Daily,
                FrequencyType.Weekly when pattern.Interval == 2 => RecurrenceFrequency.EveryTwoWeeks,
                FrequencyType.Weekly => RecurrenceFrequency.Weekly,
                _ => pattern.ByDay.Count == 0 ? RecurrenceFrequency.MonthlyByDate : RecurrenceFrequency.MonthlyByWeekday,
            },
            Interval = pattern.Interval,
            Weekdays = [.. pattern.ByDay.Select(day => day.DayOfWeek)],
            Week = pattern.ByDay is [{ Offset: { } offset }] ? (WeekOfMonth)offset : null,
            Count = pattern.Count,
            Until = pattern.Until?.Date,
        };
    }

    /// <summary>The same rule, ended by its last day.</summary>
    public static string EndedOn(string text, DateOnly last) => new Rrule(text) { Count = null, Until = new CalDateTime(last) }.ToString()!;

    /// <summary>The same rule begun later, at one of its days: as many less as lie before.</summary>
    public static string BegunLater(string text, int before)
    {
        var pattern = new Rrule(text);
        pattern.Count -= before;
        return pattern.ToString()!;
    }

    /// <summary>The days that a rule names from its first one on, one more than allowed at most.</summary>
    public static IReadOnlyList<DateOnly> Days(string text, DateOnly first)
    {
        var recurring = new CalendarEvent { DtStart = new CalDateTime(first), RecurrenceRule = new Rrule(text) };
        return [.. recurring.GetOccurrences().Take(RecurrenceRule.MaximumCount + 1).Select(occurrence => occurrence.Period.StartTime.Date)];
    }
}
