namespace RoomMonitor.Domain.Reservations;

/// <summary>On which campus days a series falls. It ends by <see cref="Until"/> or by <see cref="Count"/>: one of the two is given.</summary>
public sealed record RecurrenceRule
{
    /// <summary>No series has more occurrences.</summary>
    public const int MaximumCount = 200;

    public const int MaximumInterval = 52;

    private readonly int? _interval;

    public required RecurrenceFrequency Frequency { get; init; }

    /// <summary>Every so many days, weeks or months.</summary>
    public int Interval { get => _interval ?? IntervalOf(Frequency); init => _interval = value; }

    /// <summary>Weekly and every two weeks: on these days; monthly by weekday: one. Empty: that of the first day.</summary>
    public IReadOnlyList<DayOfWeek> Weekdays { get; init; } = [];

    /// <summary>Monthly by weekday; null: as the first day, where a fifth one counts as the last.</summary>
    public WeekOfMonth? Week { get; init; }

    /// <summary>The last campus day on which an occurrence may start.</summary>
    public DateOnly? Until { get; init; }

    public int? Count { get; init; }

    /// <summary>Campus days that are left out; those that the rule doesn't name have no effect. <see cref="Count"/> counts them all the same (RFC 5545).</summary>
    public IReadOnlyList<DateOnly> ExceptDates { get; init; } = [];

    /// <summary>What a frequency says by itself.</summary>
    public static int IntervalOf(RecurrenceFrequency frequency) => frequency == RecurrenceFrequency.EveryTwoWeeks ? 2 : 1;

    /// <summary>The same rule with all that it leaves to the day on which it begins, and without what its frequency has no use for.</summary>
    public RecurrenceRule BeginningOn(DateOnly day) => Frequency switch
    {
        RecurrenceFrequency.Weekly or RecurrenceFrequency.EveryTwoWeeks => this with
        {
            // The two ways to write it are one rule.
            Frequency = Interval == IntervalOf(RecurrenceFrequency.EveryTwoWeeks) ? RecurrenceFrequency.EveryTwoWeeks : RecurrenceFrequency.Weekly,
            Interval = Interval,
            Weekdays = Weekdays.Count == 0 ? [day.DayOfWeek] : [.. Weekdays.Distinct().OrderBy(FromMonday)],
            Week = null,
        },
        RecurrenceFrequency.MonthlyByWeekday => this with
        {
            Weekdays = [Weekdays.Count == 0 ? day.DayOfWeek : Weekdays[0]],
            Week = Week ?? WeekOf(day),
        },
        _ => this with { Weekdays = [], Week = null },
    };

    /// <summary>The first day, from one on, that this rule names. Only for a rule that leaves nothing to the day on which it begins.</summary>
    public DateOnly FirstFrom(DateOnly day)
    {
        while (!Names(day))
        {
            day = day.AddDays(1);
        }

        return day;
    }

    private bool Names(DateOnly day) => Frequency switch
    {
        RecurrenceFrequency.Weekly or RecurrenceFrequency.EveryTwoWeeks => Weekdays.Contains(day.DayOfWeek),
        RecurrenceFrequency.MonthlyByWeekday => Weekdays.Contains(day.DayOfWeek) && IsInWeek(day),
        _ => true,
    };

    private bool IsInWeek(DateOnly day) => Week == WeekOfMonth.Last
        ? day.AddDays(7).Month != day.Month
        : (int?)Week == NumberInMonth(day);

    private static WeekOfMonth WeekOf(DateOnly day) => NumberInMonth(day) is var number and < 5 ? (WeekOfMonth)number : WeekOfMonth.Last;

    private static int NumberInMonth(DateOnly day) => ((day.Day - 1) / 7) + 1;

    private static int FromMonday(DayOfWeek day) => ((int)day + 6) % 7;
}
