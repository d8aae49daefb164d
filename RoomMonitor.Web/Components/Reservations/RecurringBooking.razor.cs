using Fluxor;
using Microsoft.AspNetCore.Components;
using RoomMonitor.Data.Series;
using RoomMonitor.Domain.Reservations;
using RoomMonitor.Domain.Time;
using RoomMonitor.Web.State.Series;
using RoomMonitor.Web.Texts;

namespace RoomMonitor.Web.Components.Reservations;

/// <summary>Makes a series of what the booking form asks for: how it recurs, what is in the way of which occurrence, and the button that books all.</summary>
public sealed partial class RecurringBooking
{
    private readonly HashSet<DateOnly> _skipped = [];
    private readonly Dictionary<DateOnly, OccurrenceMove> _moved = [];
    private RecurrenceRule _rule = RecurrenceEditor.Usual;
    private (int RoomId, TimeSlot Slot, string Purpose, int People)? _asked;
    private Guid _key = Guid.NewGuid();
    private bool _isOn;

    [Parameter, EditorRequired]
    public required int RoomId { get; set; }

    /// <summary>The time of the first one; null while something is wrong with the form.</summary>
    [Parameter, EditorRequired]
    public required TimeSlot? Slot { get; set; }

    [Parameter]
    public string Purpose { get; set; } = "";

    [Parameter]
    public int People { get; set; } = 1;

    /// <summary>Told when it is switched on or off.</summary>
    [Parameter]
    public EventCallback<bool> IsOnChanged { get; set; }

    [Inject]
    public required IState<SeriesState> State { get; set; }

    [Inject]
    public required IDispatcher Dispatcher { get; set; }

    [Inject]
    public required CampusCalendar Calendar { get; set; }

    private DateOnly FirstDay => _asked is { } asked ? Calendar.DateOf(asked.Slot.Start) : DateOnly.MinValue;

    private string BookWord => State.Value.Preview?.Occurrences.Count(occurrence => !occurrence.IsSkipped) is { } count and not 1
        ? RecurrenceTexts.FormatBookMany(count)
        : RecurrenceTexts.BookOne;

    protected override void OnParametersSet()
    {
        if (Slot is { } slot && _asked != (RoomId, slot, Purpose, People))
        {
            var isOther = _asked?.Slot != slot || _asked?.RoomId != RoomId;
            _asked = (RoomId, slot, Purpose, People);
            if (_isOn)
            {
                Forget(isOther);
                Check();
            }
        }
    }

    protected override ValueTask DisposeAsyncCore(bool disposing)
    {
        Dispatcher.Dispatch(new SeriesDismissed());
        return base.DisposeAsyncCore(disposing);
    }

    private async Task ToggleAsync(ChangeEventArgs change)
    {
        _isOn = change.Value is true;
        Forget();
        if (_isOn)
        {
            Check();
        }
        else
        {
            Dispatcher.Dispatch(new SeriesDismissed());
        }

        await IsOnChanged.InvokeAsync(_isOn);
    }

    private void OnRule(RecurrenceRule rule)
    {
        _rule = rule;
        Forget();
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

    private void Undo(DateOnly day)
    {
        _skipped.Remove(day);
        _moved.Remove(day);
        Check();
    }

    /// <summary>Another rule, or another time, has other days and other things in the way.</summary>
    private void Forget(bool isOther = true)
    {
        if (isOther)
        {
            _skipped.Clear();
            _moved.Clear();
        }
    }

    /// <summary>Each draft is another intent, and gets another key.</summary>
    private void Check()
    {
        if (_asked is { } asked)
        {
            _key = Guid.NewGuid();
            Dispatcher.Dispatch(new SeriesPreviewRequested(
                new SeriesDraft(asked.RoomId, Calendar.ToLocal(asked.Slot.Start), Calendar.ToLocal(asked.Slot.End), _rule, new ReservationDetails(asked.Purpose, asked.People))
                {
                    Skip = [.. _skipped],
                    Moves = [.. _moved.Values],
                }));
        }
    }

    private void Book()
    {
        if (State.Value is { CanBeBooked: true, Draft: { } draft })
        {
            Dispatcher.Dispatch(new SeriesBookingRequested(draft, _key));
        }
    }
}
