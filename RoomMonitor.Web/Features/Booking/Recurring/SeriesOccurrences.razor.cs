using System.Collections.Immutable;
using Microsoft.AspNetCore.Components;
using RoomMonitor.Data.Series;
using RoomMonitor.Domain.Reservations;
using RoomMonitor.Domain.Time;
using RoomMonitor.Web.Parts;

namespace RoomMonitor.Web.Features.Booking.Recurring;

/// <summary>The occurrences of a series that somebody thinks of, with what is in the way. Each can be left out, also one that is free; what is in the way can be moved, to what is offered or to any other time.</summary>
public sealed partial class SeriesOccurrences : ComponentBase
{
    private DateOnly? _moving;
    private SlotFields? _time;
    private string? _problem;

    [Parameter, EditorRequired]
    public required SeriesPreview Preview { get; set; }

    [Parameter, EditorRequired]
    public required CampusCalendar Calendar { get; set; }

    /// <summary>False while the preview is that of an earlier draft.</summary>
    [Parameter, EditorRequired]
    public required bool IsChecked { get; set; }

    [Parameter]
    public EventCallback<IReadOnlyList<DateOnly>> OnSkip { get; set; }

    [Parameter]
    public EventCallback<OccurrenceMove> OnMove { get; set; }

    /// <summary>What is free instead, for those that <see cref="OnOpen"/> asked about.</summary>
    [Parameter]
    public IReadOnlyDictionary<DateOnly, ImmutableArray<BookingAlternative>> Alternatives { get; set; } = ImmutableDictionary<DateOnly, ImmutableArray<BookingAlternative>>.Empty;

    /// <summary>Names of other rooms that occurrences were moved to.</summary>
    [Parameter]
    public IReadOnlyDictionary<int, string> Rooms { get; set; } = ImmutableDictionary<int, string>.Empty;

    /// <summary>One is about to be moved.</summary>
    [Parameter]
    public EventCallback<SeriesOccurrence> OnOpen { get; set; }

    [Parameter]
    public EventCallback<(DateOnly Day, BookingAlternative Alternative)> OnTake { get; set; }

    /// <summary>Neither skipped nor moved any more.</summary>
    [Parameter]
    public EventCallback<DateOnly> OnUndo { get; set; }

    private IReadOnlyList<DateOnly> InTheWay => [.. Preview.Occurrences.Where(occurrence => occurrence.IsInTheWay).Select(occurrence => occurrence.Day)];

    private string Summary => (IsChecked, InTheWay.Count, Preview.Occurrences.Count(occurrence => !occurrence.IsSkipped)) switch
    {
        (false, _, _) => RecurrenceTexts.Checking,
        (_, 0, 1) => RecurrenceTexts.OneFree,
        (_, 0, var all) => RecurrenceTexts.FormatAllFree(all),
        (_, 1, var all) => RecurrenceTexts.FormatConflictsOne(all),
        (_, var conflicts, var all) => RecurrenceTexts.FormatConflictsMany(all, conflicts),
    };

    private static string ClassOf(SeriesOccurrence occurrence) => occurrence switch
    {
        { IsSkipped: true } => "skipped",
        { IsInTheWay: true } => "conflict",
        _ => "free",
    };

    private static string IconOf(SeriesOccurrence occurrence) => occurrence switch
    {
        { IsSkipped: true } => AppIcons.RemoveCircleOutline,
        { IsInTheWay: true } => AppIcons.ErrorOutline,
        _ => AppIcons.CheckCircleOutline,
    };

    private string WordOf(SeriesOccurrence occurrence) => occurrence switch
    {
        { IsSkipped: true } => RecurrenceTexts.Skipped,
        { Problem: OccurrenceProblem.Taken } => RecurrenceTexts.FormatTaken(
            string.Join(", ", occurrence.Conflicts.Select(conflict => CampusFormats.Range(conflict.Slot, Calendar)))),
        { Problem: OccurrenceProblem.Closed } => RecurrenceTexts.Closed,
        { Problem: OccurrenceProblem.SkippedByClock } => RecurrenceTexts.SkippedByClock,
        { Problem: OccurrenceProblem.OverlapsSeries } => RecurrenceTexts.OverlapsSeries,
        { IsMoved: true } when Rooms.TryGetValue(occurrence.RoomId, out var room) => RecurrenceTexts.FormatMovedTo(room),
        { IsMoved: true } => RecurrenceTexts.Moved,
        _ => RecurrenceTexts.Free,
    };

    /// <summary>With its day where that isn't the rule's.</summary>
    private string? TimesOf(SeriesOccurrence occurrence) => occurrence.Slot switch
    {
        null => null,
        { } slot when Calendar.DateOf(slot.Start) == occurrence.Day => CampusFormats.Range(slot, Calendar),
        { } slot => CampusFormats.DatedRange(slot, Calendar),
    };

    private Task OpenAsync(SeriesOccurrence occurrence)
    {
        if (_moving == occurrence.Day)
        {
            _moving = null;
            return Task.CompletedTask;
        }

        _moving = occurrence.Day;
        _problem = null;
        _time = occurrence.Slot is { } slot ? SlotFields.Of(slot, Calendar) : SlotFields.On(occurrence.Day);
        return OnOpen.InvokeAsync(occurrence);
    }

    private Task TakeAsync(DateOnly day, BookingAlternative alternative)
    {
        _moving = null;
        return OnTake.InvokeAsync((day, alternative));
    }

    private Task TakeAsync()
    {
        if (_moving is not { } day || _time is null)
        {
            return Task.CompletedTask;
        }

        _problem = LocalTimes.TryRead(_time, Calendar, out var slot);
        if (_problem is not null)
        {
            return Task.CompletedTask;
        }

        _moving = null;
        return OnMove.InvokeAsync(new OccurrenceMove(day, slot.Start, slot.End));
    }

    private static string Text(ChangeEventArgs change) => (string?)change.Value ?? "";

    private Task UndoAsync(DateOnly day)
    {
        _moving = null;
        return OnUndo.InvokeAsync(day);
    }
}
