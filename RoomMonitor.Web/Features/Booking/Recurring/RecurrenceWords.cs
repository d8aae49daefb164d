using System.Globalization;
using RoomMonitor.Domain.Reservations;
using RoomMonitor.Web.Parts;

namespace RoomMonitor.Web.Features.Booking.Recurring;

/// <summary>A recurrence rule as a sentence, in the reader's language.</summary>
internal static class RecurrenceWords
{
    /// <summary>"Every two weeks on Tuesday and Thursday, 15 times", "Every 3 weeks on Monday, until Friday, 18 December".</summary>
    /// <param name="first">The day on which it begins: it decides what the rule leaves open.</param>
    public static string Of(RecurrenceRule rule, DateOnly first)
    {
        var complete = rule.BeginningOn(first);
        var how = complete.Frequency switch
        {
            RecurrenceFrequency.Daily when complete.Interval > 1 => RecurrenceTexts.FormatSentenceEveryNthDay(complete.Interval),
            RecurrenceFrequency.Weekly when complete.Interval > 1 => RecurrenceTexts.FormatSentenceEveryNthWeek(complete.Interval, Days(complete.Weekdays)),
            RecurrenceFrequency.MonthlyByDate when complete.Interval > 1 => RecurrenceTexts.FormatSentenceEveryNthMonthByDate(complete.Interval, first.Day),
            RecurrenceFrequency.MonthlyByWeekday when complete.Interval > 1 => RecurrenceTexts.FormatSentenceEveryNthMonthByWeekday(complete.Interval, DayOfMonth(complete)),
            RecurrenceFrequency.Daily => RecurrenceTexts.SentenceDaily,
            RecurrenceFrequency.Weekly => RecurrenceTexts.FormatSentenceWeekly(Days(complete.Weekdays)),
            RecurrenceFrequency.EveryTwoWeeks => RecurrenceTexts.FormatSentenceEveryTwoWeeks(Days(complete.Weekdays)),
            RecurrenceFrequency.MonthlyByDate => RecurrenceTexts.FormatSentenceMonthlyByDate(first.Day),
            _ => RecurrenceTexts.FormatSentenceMonthlyByWeekday(DayOfMonth(complete)),
        };
        return complete switch
        {
            { Until: { } until } => RecurrenceTexts.FormatUntilDate(how, CampusFormats.Day(until)),
            { Count: 1 } => RecurrenceTexts.FormatOnce(how),
            { Count: { } count } => RecurrenceTexts.FormatTimes(how, count),
            _ => how,
        };
    }

    /// <summary>"second Tuesday", of a monthly rule that leaves nothing open.</summary>
    public static string DayOfMonth(RecurrenceRule rule)
    {
        var day = NameOf(rule.Weekdays[0]);
        return rule.Week switch
        {
            WeekOfMonth.First => RecurrenceTexts.FormatFirst(day),
            WeekOfMonth.Second => RecurrenceTexts.FormatSecond(day),
            WeekOfMonth.Third => RecurrenceTexts.FormatThird(day),
            WeekOfMonth.Fourth => RecurrenceTexts.FormatFourth(day),
            _ => RecurrenceTexts.FormatLast(day),
        };
    }

    public static string NameOf(DayOfWeek day) => CultureInfo.CurrentCulture.DateTimeFormat.GetDayName(day);

    /// <summary>"Monday, Tuesday and Thursday".</summary>
    private static string Days(IReadOnlyList<DayOfWeek> days) => days.Count == 1
        ? NameOf(days[0])
        : RecurrenceTexts.FormatAnd(string.Join(", ", days.Take(days.Count - 1).Select(NameOf)), NameOf(days[^1]));
}
