using System.Globalization;
using Fluxor;
using Microsoft.AspNetCore.Components;
using RoomMonitor.Domain.Time;
using RoomMonitor.Web.Realtime;
using RoomMonitor.Web.Rooms;

namespace RoomMonitor.Web.Features.Booking;

/// <summary>"Book this room": the form on the room's page. What was typed stays until it is changed, whatever happens around it.</summary>
public sealed partial class BookingPanel
{
    private readonly BookingInput?[] _inputs = new BookingInput?[6];
    private BookingForm _form = null!;
    private int? _roomId;
    private TimeSlot? _seen;
    private bool _left;
    /// <summary>How often the form was sent: each time tells the button that its click has come through.</summary>
    private int _tries;
    private bool _isRepeated;

    [Parameter, EditorRequired]
    public required int RoomId { get; set; }

    /// <summary>The time in the form; another one, chosen on a calendar, goes into the fields.</summary>
    [Parameter]
    public TimeSlot? Slot { get; set; }

    /// <summary>The own reservation whose purpose the form begins with, where something is booked again.</summary>
    [Parameter]
    public int? Again { get; set; }

    /// <summary>For how many it begins; null for one.</summary>
    [Parameter]
    public int? People { get; set; }

    /// <summary>How long what is suggested shall last; null for an hour.</summary>
    [Parameter]
    public TimeSpan? Length { get; set; }

    /// <summary>The time that now stands in the form; null while it is none.</summary>
    [Parameter]
    public EventCallback<TimeSlot?> SlotChanged { get; set; }

    [Inject]
    public required IState<RoomsState> Rooms { get; set; }

    [Inject]
    public required IState<BookingState> Bookings { get; set; }

    [Inject]
    public required IDispatcher Dispatcher { get; set; }

    [Inject]
    public required CampusCalendar Calendar { get; set; }

    [Inject]
    public required NavigationManager Navigation { get; set; }

    [Inject(Key = CampusTime.Key)]
    public required TimeProvider Clock { get; set; }

    private SlotFields Time => _form.Time;

    private DateTime Now => Clock.GetUtcNow().UtcDateTime;

    private RoomOccupancy? Occupancy => Rooms.Value.Snapshot.Find(RoomId);

    private bool IsUnderWay => Bookings.Value.UnderWay.Contains(_form.Key);

    /// <summary>What this form has booked, until it is changed.</summary>
    private BookingSucceeded? Done => Bookings.Value.SuccessOf(_form.Key);

    /// <summary>Each room's form is kept for itself (js/draft-keeper.js).</summary>
    private string KeepAs => string.Create(CultureInfo.InvariantCulture, $"booking-{RoomId}");

    protected override void OnParametersSet()
    {
        if (RoomId != _roomId)
        {
            _roomId = RoomId;
            (_left, _tries) = (false, 0);
            _form = BookingForm.Of(Slot ?? Suggestion(), Calendar, people: People ?? 1);
            _seen = Slot;
        }
        else if (Slot != _seen)
        {
            _seen = Slot;
            if (Slot is { } slot)
            {
                Write(_form with { Time = SlotFields.Of(slot, Calendar) });
            }
        }
    }

    protected override void OnInitialized()
    {
        base.OnInitialized();
        SubscribeToAction<BookAgainRead>(read => InvokeAsync(() => Begin(read)));
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender)
        {
            if (Again is { } again)
            {
                Dispatcher.Dispatch(new BookAgainRequested(again));
            }

            await TellSlotAsync();
        }
    }

    private Task EditAsync(BookingForm form)
    {
        Write(form);
        return TellSlotAsync();
    }

    /// <summary>What was typed meanwhile stays.</summary>
    private void Begin(BookAgainRead read)
    {
        if (read.ReservationId == Again && _form.Purpose.Length == 0)
        {
            Write(_form with { Purpose = read.Purpose });
            StateHasChanged();
        }
    }

    private Task EditAsync(SlotFields time) => EditAsync(_form with { Time = time });

    /// <summary>One key for each intent: a form that has booked asks for something else once it is changed.</summary>
    private void Write(BookingForm form)
    {
        if (form != _form)
        {
            _form = Done is null ? form : form with { Key = Guid.NewGuid() };
        }
    }

    /// <summary>A form that was kept over a reload, or copied into another tab, is still the same intent.</summary>
    private void OnKeyRestored(ChangeEventArgs change)
    {
        if (Guid.TryParse((string?)change.Value, out var key))
        {
            _form = _form with { Key = key };
        }
    }

    private async Task TellSlotAsync()
    {
        if (Occupancy is { } occupancy && BookingCheck.Of(_form, occupancy.Room, Calendar, Now).Slot is var slot && slot != _seen)
        {
            _seen = slot;
            await SlotChanged.InvokeAsync(slot);
        }
    }

    private async Task SubmitAsync()
    {
        _tries++;
        if (_isRepeated || Occupancy is not { } occupancy)
        {
            return;
        }

        var check = BookingCheck.Of(_form, occupancy.Room, Calendar, Now);
        if (check.Request is null)
        {
            await (_inputs[(int)check.Errors.Keys.Min()]?.FocusAsync() ?? ValueTask.CompletedTask);
        }
        else if (CanBook(BookingSummary.Of(check.Request.Slot, occupancy, Calendar, Now)))
        {
            Dispatcher.Dispatch(new BookingRequested(check.Request));
        }
    }

    private bool CanBook(BookingSummary? summary) => summary?.IsTaken != true && !IsUnderWay && Done is null;

    /// <summary>Another intent: the next free hour, for the same people.</summary>
    private async Task StartAnotherAsync()
    {
        _form = BookingForm.Of(Suggestion(), Calendar) with { People = _form.People };
        (_left, _tries) = (false, 0);
        await TellSlotAsync();
        await (_inputs[0]?.FocusAsync() ?? ValueTask.CompletedTask);
    }
}
