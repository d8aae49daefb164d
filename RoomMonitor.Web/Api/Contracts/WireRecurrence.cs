using System.Text.Json.Serialization;
using RoomMonitor.Domain.Reservations;

namespace RoomMonitor.Web.Api.Contracts;

/// <summary>On which campus days a series falls. It ends by <c>until</c> or by <c>count</c>: one of the two is given.</summary>
public sealed record WireRecurrence
{
    public required RecurrenceFrequency Frequency { get; init; }

    /// <summary>Every so many days, weeks or months: from 1 to 52, 1 when absent. <c>every_two_weeks</c> is <c>weekly</c> with 2.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? Interval { get; init; }

    /// <summary>For <c>weekly</c> and <c>every_two_weeks</c>: on these days; for <c>monthly_by_weekday</c>: one. That of the first day when absent. A request may write <c>byday</c> in its place: <c>MO</c> to <c>SU</c>, as in RFC 5545.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<DayOfWeek>? Weekdays { get; init; }

    /// <summary>For <c>monthly_by_weekday</c>. As the first day when absent, where a fifth one counts as the last.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public WeekOfMonth? Week { get; init; }

    /// <summary>The last campus date on which an occurrence may start; at most three years ahead.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DateOnly? Until { get; init; }

    /// <summary>How many occurrences, those that are left out counted; at most 200.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? Count { get; init; }

    /// <summary>Campus dates that are left out, whether the room is free then or not; those that the rule doesn't name have no effect.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<DateOnly>? ExceptDates { get; init; }

    public static WireRecurrence Of(RecurrenceRule rule) => new()
    {
        Frequency = rule.Frequency,
        Interval = rule.Interval,
        Weekdays = rule.Weekdays.Count == 0 ? null : rule.Weekdays,
        Week = rule.Week,
        Until = rule.Until,
        Count = rule.Count,
        ExceptDates = rule.ExceptDates.Count == 0 ? null : rule.ExceptDates,
    };
}
