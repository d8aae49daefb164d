using System.Collections.Immutable;
using System.Globalization;
using Microsoft.AspNetCore.Components;
using RoomMonitor.Domain.Time;
using RoomMonitor.Web.Parts;

namespace RoomMonitor.Web.Features.RoomDetails;

/// <summary>
/// A room's week, in which a slot is chosen by pointer or keyboard (js/week-chooser.js). On a phone it shows one day at a time.
/// </summary>
public sealed partial class RoomWeek : ComponentBase
{
    private const int FirstMinute = 9 * 60;
    private static readonly TimeSpan _twoLines = TimeSpan.FromMinutes(90);
    private static readonly TimeSpan _oneLine = TimeSpan.FromMinutes(45);

    private DateOnly? _shown;
    private string _said = "";
    private int _firstMinute = FirstMinute;

    [Parameter, EditorRequired]
    public required int RoomId { get; set; }

    [Parameter, EditorRequired]
    public required CalendarWeek Week { get; set; }

    /// <summary>The days of the week.</summary>
    [Parameter, EditorRequired]
    public required ImmutableArray<WeekDay> Days { get; set; }

    [Parameter, EditorRequired]
    public required CampusCalendar Calendar { get; set; }

    /// <summary>The campus instant of this render.</summary>
    [Parameter, EditorRequired]
    public required DateTime Now { get; set; }

    /// <summary>What the reader is about to book.</summary>
    [Parameter]
    public TimeSlot? Draft { get; set; }

    /// <summary>What others are about to book.</summary>
    [Parameter]
    public ImmutableArray<TimeSlot> Picks { get; set; } = [];

    /// <summary>The last reading failed.</summary>
    [Parameter]
    public bool HasFailed { get; set; }

    /// <summary>The news is too old to be believed.</summary>
    [Parameter]
    public bool IsStale { get; set; }

    /// <summary>Where a week is shown, without a circuit too.</summary>
    [Parameter, EditorRequired]
    public required Func<CalendarWeek, string> Address { get; set; }

    [Parameter]
    public EventCallback<CalendarWeek> WeekChanged { get; set; }

    [Parameter]
    public EventCallback<TimeSlot> SlotChosen { get; set; }

    [Parameter]
    public EventCallback OnRetry { get; set; }

    private DateOnly Today => Calendar.DateOf(Now);

    private WeekHours Hours { get; set; }

    /// <summary>The one day that a phone shows.</summary>
    private DateOnly Shown => _shown is { } shown && Week.Contains(shown) ? shown
        : Draft is { } draft && Week.Contains(Calendar.DateOf(draft.Start)) ? Calendar.DateOf(draft.Start)
        : Week.Contains(Today) ? Today
        : Week.First;

    protected override void OnInitialized()
    {
        // The keyboard begins at the next half hour.
        var local = Calendar.ToLocal(Now);
        var minute = ((int)local.TimeOfDay.TotalMinutes + 29) / 30 * 30;
        _firstMinute = minute is >= OpeningHours.FirstHour * 60 and < OpeningHours.LastHour * 60 ? minute : FirstMinute;
    }

    protected override void OnParametersSet() => Hours = WeekHours.Of(Days, [.. Picks, .. Draft is { } draft ? [draft] : Array.Empty<TimeSlot>()], Calendar);

    private static string NameOf(DateOnly date) => date.ToString("ddd", CultureInfo.CurrentCulture);

    private static string NumberOf(DateOnly date) => date.Day.ToString(CultureInfo.CurrentCulture);

    /// <summary>Where the clock jumps, the parts of the day are not equally long; else the browser needs only both ends.</summary>
    private static string? Lines(DayScale scale) => scale.IsEven ? null : string.Join(',', scale.Lines.Select(line => BrowserInstant.Rfc3339(line)));

    private static string Place(TimeSlot slot, DayScale scale)
    {
        var top = scale.At(slot.Start);
        return $"top:{DayScale.Css(top)};height:calc({DayScale.Css(scale.EndAt(slot.End) - top)} - 2px)";
    }

    /// <summary>How much of its text an entry has room for.</summary>
    private static string SizeOf(TimeSlot slot, WeekDay day)
    {
        var length = Earlier(slot.End, day.Slot.End) - Later(slot.Start, day.Slot.Start);
        return length < _oneLine ? "short" : length < _twoLines ? "line" : "";
    }

    private static DateTime Earlier(DateTime one, DateTime other) => one < other ? one : other;

    private static DateTime Later(DateTime one, DateTime other) => one > other ? one : other;

    private string ClassOf(WeekDay day) => string.Join(' ', new[]
    {
        "day", day.Date == Today ? "today" : "", day.Date == Shown ? "shown" : "", day.Entries is null ? "unread" : "",
    }.Where(word => word.Length > 0));

    /// <summary>What began the day before goes on from midnight.</summary>
    private string StartOf(TimeSlot slot, WeekDay day) => CampusFormats.Time(Later(slot.Start, day.Slot.Start), Calendar);

    private string EndOf(TimeSlot slot, WeekDay day) => CampusFormats.EndTime(Earlier(slot.End, day.Slot.End), Calendar);

    private string WhenOf(TimeSlot slot) => CampusFormats.DatedRange(slot, Calendar);

    private IEnumerable<CalendarEntry> Own() =>
        Days.SelectMany(day => day.Entries ?? []).Where(entry => entry.IsMine && entry.Slot.End > Now).DistinctBy(entry => entry.ReservationId);

    private void Say(SlotEventArgs choice)
    {
        if (SlotChoice.DayOf(choice, Days) is not { } day || SlotChoice.Pointed(choice, day, Calendar) is not { } slot)
        {
            return;
        }

        _shown = day.Date;
        var state = slot.End <= Now ? RoomPageTexts.CursorOver
            : day.Entries is not { } entries ? RoomPageTexts.CursorUnknown
            : entries.FirstOrDefault(entry => entry.Slot.Overlaps(slot)) is { } taken ? EntryWords.InFull(taken)
            : Picks.Any(pick => pick.Overlaps(slot)) ? RoomPageTexts.BeingBooked
            : RoomPageTexts.CursorFree;
        _said = RoomPageTexts.FormatCursorAt(CampusFormats.ShortDay(day.Date), CampusFormats.Range(slot, Calendar), state);
    }

    private async Task ChooseAsync(SlotEventArgs choice)
    {
        if (SlotChoice.DayOf(choice, Days) is not { } day || SlotChoice.Pointed(choice, day, Calendar) is not { } pointed)
        {
            return;
        }

        _shown = day.Date;
        if (SlotChoice.Bookable(pointed, choice.End is null, day, Now) is { } slot)
        {
            _said = RoomPageTexts.FormatChosen(CampusFormats.ShortDay(day.Date), CampusFormats.Range(slot, Calendar));
            await SlotChosen.InvokeAsync(slot);
        }
        else
        {
            _said = pointed.End <= Now ? RoomPageTexts.NotChosenOver : RoomPageTexts.NotChosenTaken;
        }
    }
}
