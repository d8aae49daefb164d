using System.Text.Json.Serialization;
using RoomMonitor.Domain.Reservations;

namespace RoomMonitor.Web.Wire;

/// <summary>On which campus days a series falls. It ends by <c>until</c> or by <c>count</c>: one of the two is given.</summary>
public sealed record WireRecurrence
{
    public required RecurrenceFrequency Frequency { get; init; }

    /// <summary>For <c>weekly</c> and <c>every_two_weeks</c>: on these days; for <c>monthly_by_weekday</c>: one. That of the first day when absent.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<DayOfWeek>? Weekdays { get; init; }

    /// <summary>For <c>monthly_by_weekday</c>. As the first day when absent, where a fifth one counts as the last.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public WeekOfMonth? Week { get; init; }

    /// <summary>The last campus date on which an occurrence may start; at most three years ahead.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DateOnly? Until { get; init; }

    /// <summary>How many occurrences, skipped ones counted; at most 200.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? Count { get; init; }

    public static WireRecurrence Of(RecurrenceRule rule) => new()
    {
        Frequency = rule.Frequency,
        Weekdays = rule.Weekdays.Count == 0 ? null : rule.Weekdays,
        Week = rule.Week,
        Until = rule.Until,
        Count = rule.Count,
    };
}
