using System.Globalization;
using Microsoft.AspNetCore.Components;
using RoomMonitor.Domain.Reservations;

namespace RoomMonitor.Web.Features.Booking.Recurring;

/// <summary>How a reservation recurs: every how many days, weeks or months, on which weekdays, and until when; says in words what that means.</summary>
public sealed partial class RecurrenceEditor : ComponentBase
{
    /// <summary>A term.</summary>
    private const int UsualCount = 15;

    private readonly string _ends = $"ends-{Guid.NewGuid():N}";
    private int _count = UsualCount;
    private DateOnly _until;

    [Parameter, EditorRequired]
    public required RecurrenceRule Rule { get; set; }

    [Parameter]
    public EventCallback<RecurrenceRule> RuleChanged { get; set; }

    /// <summary>The campus day of the first occurrence.</summary>
    [Parameter, EditorRequired]
    public required DateOnly FirstDay { get; set; }

    /// <summary>Every week, a term long, from some day on.</summary>
    public static RecurrenceRule Usual { get; } = new() { Frequency = RecurrenceFrequency.Weekly, Count = UsualCount };

    private bool IsWeekly => Rule.Frequency is RecurrenceFrequency.Weekly or RecurrenceFrequency.EveryTwoWeeks;

    /// <summary>Every two weeks is every week with two: here one number says every how many.</summary>
    private RecurrenceFrequency Unit => IsWeekly ? RecurrenceFrequency.Weekly : Rule.Frequency;

    private IReadOnlyList<DayOfWeek> Chosen => Rule.BeginningOn(FirstDay).Weekdays;

    private RecurrenceRule Monthly => (Rule with { Frequency = RecurrenceFrequency.MonthlyByWeekday, Weekdays = [], Week = null }).BeginningOn(FirstDay);

    /// <summary>From the culture's first day on.</summary>
    private static IEnumerable<DayOfWeek> Week =>
        Enumerable.Range(0, 7).Select(day => (DayOfWeek)(((int)CultureInfo.CurrentCulture.DateTimeFormat.FirstDayOfWeek + day) % 7));

    protected override void OnParametersSet()
    {
        _count = Rule.Count ?? _count;
        _until = Rule.Until ?? (_until < FirstDay ? FirstDay.AddDays(7 * (UsualCount - 1)) : _until);
    }

    private static string Write(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private Task OnFrequency(ChangeEventArgs change) =>
        Enum.TryParse<RecurrenceFrequency>((string?)change.Value, out var frequency)
            ? RuleChanged.InvokeAsync(Rule with { Frequency = frequency, Interval = Rule.Interval, Weekdays = [], Week = null })
            : Task.CompletedTask;

    private Task OnInterval(ChangeEventArgs change) =>
        int.TryParse((string?)change.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var interval)
            ? RuleChanged.InvokeAsync(Rule with { Frequency = Unit, Interval = Math.Clamp(interval, 1, RecurrenceRule.MaximumInterval) })
            : Task.CompletedTask;

    /// <summary>One day stays.</summary>
    private Task ToggleAsync(DayOfWeek day)
    {
        var days = Chosen.Contains(day) ? Chosen.Where(chosen => chosen != day).ToList() : [.. Chosen, day];
        return days.Count == 0 ? Task.CompletedTask : RuleChanged.InvokeAsync(Rule with { Weekdays = days });
    }

    private Task EndAsync(bool byCount) =>
        RuleChanged.InvokeAsync(byCount ? Rule with { Count = _count, Until = null } : Rule with { Count = null, Until = _until });

    private Task OnCount(ChangeEventArgs change) =>
        int.TryParse((string?)change.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var count)
            ? RuleChanged.InvokeAsync(Rule with { Count = Math.Clamp(count, 1, RecurrenceRule.MaximumCount) })
            : Task.CompletedTask;

    private Task OnUntil(ChangeEventArgs change) =>
        DateOnly.TryParse((string?)change.Value, CultureInfo.InvariantCulture, out var until)
            ? RuleChanged.InvokeAsync(Rule with { Until = until < FirstDay ? FirstDay : until })
            : Task.CompletedTask;
}
