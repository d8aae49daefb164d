using Fluxor;
using Microsoft.AspNetCore.Components;
using RoomMonitor.Domain.Reservations;
using RoomMonitor.Domain.Time;

namespace RoomMonitor.Web.Features.Booking.Recurring;

/// <summary>Makes a series of what the booking form asks for: how it recurs, what is in the way of which occurrence, and the button that books all.</summary>
public sealed partial class RecurringBooking
{
    private readonly HashSet<DateOnly> _skipped = [];
    private readonly Dictionary<DateOnly, OccurrenceMove> _moved = [];
    private readonly Dictionary<int, string> _rooms = [];
    private RecurrenceRule _rule = RecurrenceEditor.Usual;
    private (int RoomId, TimeSlot? Slot, string Purpose, int People) _asked;
    private Guid _key = Guid.NewGuid();

    [Parameter, EditorRequired]
    public required int RoomId { get; set; }

    /// <summary>The time of the first one; null while something is wrong with the form.</summary>
    [Parameter, EditorRequired]
    public required TimeSlot? Slot { get; set; }

    [Parameter]
    public string Purpose { get; set; } = "";

    [Parameter]
    public int People { get; set; } = 1;

    /// <summary>As what the form's draft is kept (js/draft-keeper.js), which ends with the booking; null for none.</summary>
    [Parameter]
    public string? KeepAs { get; set; }

    /// <summary>The room has to be approved.</summary>
    [Parameter]
    public bool Asks { get; set; }

    /// <summary>Whether a series is asked for rather than a single reservation.</summary>
    [Parameter]
    public bool IsOn { get; set; }

    [Parameter]
    public EventCallback<bool> IsOnChanged { get; set; }

    [Inject]
    public required IState<SeriesState> State { get; set; }

    [Inject]
    public required IDispatcher Dispatcher { get; set; }

    [Inject]
    public required CampusCalendar Calendar { get; set; }

    [Inject(Key = CampusTime.Key)]
    public required TimeProvider Clock { get; set; }

    private DateOnly FirstDay => Calendar.DateOf(Slot?.Start ?? Clock.GetUtcNow().UtcDateTime);

    private string BookWord => (State.Value.Preview?.Occurrences.Count(occurrence => !occurrence.IsSkipped), Asks) switch
    {
        (null or 1, false) => RecurrenceTexts.BookOne,
        (null or 1, true) => RecurrenceTexts.AskOne,
        ({ } count, false) => RecurrenceTexts.FormatBookMany(count),
        ({ } count, true) => RecurrenceTexts.FormatAskMany(count),
    };

    protected override void OnParametersSet()
    {
        if (_asked == (RoomId, Slot, Purpose, People))
        {
            return;
        }

        // Something else is asked for, under another key; only another time has other things in the way. What is booked is asked for no more.
        var isOther = (_asked.RoomId, _asked.Slot) != (RoomId, Slot) || State.Value.Booked is not null;
        _asked = (RoomId, Slot, Purpose, People);
        _key = Guid.NewGuid();
        if (isOther && IsOn)
        {
            Forget();
            Check();
        }
    }

    protected override ValueTask DisposeAsyncCore(bool disposing)
    {
        Dispatcher.Dispatch(new SeriesDismissed());
        return base.DisposeAsyncCore(disposing);
    }

    private async Task ToggleAsync(ChangeEventArgs change)
    {
        var isOn = change.Value is true;
        Forget();
        if (isOn)
        {
            Check();
        }
        else
        {
            Dispatcher.Dispatch(new SeriesDismissed());
        }

        await IsOnChanged.InvokeAsync(isOn);
    }

    private void OnRule(RecurrenceRule rule)
    {
        // The dates that are left out stay so; another rule has other days to move.
        _rule = rule;
        _moved.Clear();
        Check();
    }

    private void Skip(IEnumerable<DateOnly> days)
    {
        _skipped.UnionWith(days);
        Check();
    }

    private void Move(OccurrenceMove move)
    {
        _moved[move.Day] = move;
        Check();
    }

    private void LookFor(SeriesOccurrence occurrence)
    {
        if (State.Value is { IsChecked: true, Draft: { } draft, Preview: { } preview })
        {
            var others = preview.Occurrences.Where(one => one.Day != occurrence.Day && one.RoomId == RoomId && !one.IsSkipped).Select(one => one.Slot).OfType<TimeSlot>();
            Dispatcher.Dispatch(new SeriesAlternativesRequested(draft, occurrence, [.. others]));
        }
    }

    private void Take((DateOnly Day, BookingAlternative Alternative) chosen)
    {
        var (room, slot) = chosen.Alternative;
        _rooms[room.Id] = room.Name;
        Move(new OccurrenceMove(chosen.Day, slot.Start, slot.End, room.Id == RoomId ? null : room.Id));
    }

    private void Undo(DateOnly day)
    {
        _skipped.Remove(day);
        _moved.Remove(day);
        Check();
    }

    /// <summary>Another rule, or another time, has other days and other things in the way.</summary>
    private void Forget()
    {
        _skipped.Clear();
        _moved.Clear();
    }

    private void Check()
    {
        _key = Guid.NewGuid();
        if (Slot is { } slot)
        {
            Dispatcher.Dispatch(new SeriesPreviewRequested(
                new SeriesDraft(
                    RoomId,
                    Calendar.ToLocal(slot.Start),
                    Calendar.ToLocal(slot.End),
                    _rule with { ExceptDates = [.. _skipped.Order()] },
                    new ReservationDetails(Purpose, People))
                {
                    Moves = [.. _moved.Values],
                }));
        }
    }

    private void Book()
    {
        if (State.Value is { CanBeBooked: true, Draft: { } draft })
        {
            Dispatcher.Dispatch(new SeriesBookingRequested(draft with { Details = new ReservationDetails(Purpose, People) }, _key));
        }
    }
}
