using System.Globalization;
using Fluxor;
using Microsoft.AspNetCore.Components;
using RoomMonitor.Domain.Occupancy;
using RoomMonitor.Domain.Time;
using RoomMonitor.Web.Components.Account;
using RoomMonitor.Web.Languages;
using RoomMonitor.Web.Realtime;
using RoomMonitor.Web.State.Booking;
using RoomMonitor.Web.State.Rooms;
using RoomMonitor.Web.Texts;

namespace RoomMonitor.Web.Components.Booking;

/// <summary>"Book this room": the form on the room's page. What was typed stays until it is changed, whatever happens around it.</summary>
public sealed partial class BookingPanel
{
    private static readonly TimeSpan _usual = TimeSpan.FromHours(1);
    private static readonly TimeSpan _short = TimeSpan.FromMinutes(30);

    /// <summary>A room that is free for longer isn't booked to the end of it by one click.</summary>
    private static readonly TimeSpan _untilNext = TimeSpan.FromDays(1);

    private readonly BookingInput?[] _inputs = new BookingInput?[6];
    private BookingForm _form = null!;
    private int? _roomId;
    private TimeSlot? _seen;
    private bool _left;
    private bool _tried;
    private bool _isRepeated;

    [Parameter, EditorRequired]
    public required int RoomId { get; set; }

    /// <summary>The time in the form; another one, chosen on a calendar, goes into the fields.</summary>
    [Parameter]
    public TimeSlot? Slot { get; set; }

    /// <summary>What the form begins with, where something is booked again.</summary>
    [Parameter]
    public string Purpose { get; set; } = "";

    /// <summary>For how many it begins; null for one.</summary>
    [Parameter]
    public int? People { get; set; }

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

    [Inject(Key = CampusClock.Key)]
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
            (_left, _tried) = (false, false);
            _form = BookingForm.Of(Slot ?? Suggestion(), Calendar, Purpose, People ?? 1);
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

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender)
        {
            await TellSlotAsync();
        }
    }

    private Task EditAsync(BookingForm form)
    {
        Write(form);
        return TellSlotAsync();
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
        _tried = true;
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

    /// <summary>What is missing is said when its field was left or the form was sent, what is wrong at once.</summary>
    private string? Error(BookingCheck check, BookingField field)
    {
        if (check.Errors.TryGetValue(field, out var error))
        {
            return field != BookingField.Purpose || _form.Purpose.Length > 0 || _left || _tried ? error : null;
        }

        return Bookings.Value.RefusalOf(_form.Key)?.Errors.GetValueOrDefault(field switch
        {
            BookingField.From => "start",
            BookingField.To => "end",
            BookingField.Purpose => "purpose",
            BookingField.People => "attendees",
            _ => "room_id",
        });
    }

    /// <summary>Each length with the time that it gives.</summary>
    private IEnumerable<(string Text, TimeSlot Slot)> Lengths(RoomSchedule schedule)
    {
        if (Time.ReadStart(Calendar) is not { } start)
        {
            yield break;
        }

        foreach (var length in new[] { _short, _usual })
        {
            yield return (CampusFormats.Duration(length), new TimeSlot(start, start + length));
        }

        if (schedule.Holds.FirstOrDefault(hold => hold.Slot.Start > start) is { } next && next.Slot.Start - start <= _untilNext)
        {
            yield return (BookingTexts.FormatUntilTime(BookingWords.End(next.Slot.Start, start, Calendar)), new TimeSlot(start, next.Slot.Start));
        }
    }

    private TimeSlot? NextFree(RoomSchedule schedule, TimeSlot asked)
    {
        var days = Calendar.DayOf(asked.Start).End + FreeSlots.Overhang(asked, Calendar) <= Now + OccupancyRules.FreeUntilWindow ? 1 : 0;
        var free = FreeSlots.Nearest(schedule.Holds.Select(hold => hold.Slot), asked, WholeMinutes.AtOrBefore(Now), days, Calendar);
        return free.Select(slot => (TimeSlot?)slot).FirstOrDefault();
    }

    /// <summary>An hour from the next quarter on, or as soon after it as the room is free.</summary>
    private TimeSlot Suggestion()
    {
        var quarter = new DateTime((Now.Ticks + (TimeSpan.TicksPerHour / 4) - 1) / (TimeSpan.TicksPerHour / 4) * (TimeSpan.TicksPerHour / 4), DateTimeKind.Utc);
        var wish = new TimeSlot(quarter, quarter + _usual);
        if (Occupancy is not { } room || !room.Schedule.Holds.Any(hold => hold.Slot.Overlaps(wish)))
        {
            return wish;
        }

        var free = FreeSlots.Nearest(room.Schedule.Holds.Select(hold => hold.Slot), wish, quarter, days: 2, Calendar);
        return free.Append(wish).First();
    }

    private string DoneText(BookingSucceeded done)
    {
        var when = BookingWords.When(done.Slot, Calendar, Now);
        return done.IsPending ? BookingTexts.FormatSummaryRequested(BidiText.Isolated(done.RoomName), when) : BookingTexts.FormatSummaryBooked(BidiText.Isolated(done.RoomName), when);
    }

    private string SignInAddress(BookingCheck check)
    {
        var slot = check.Slot is { } chosen ? $"?start={CampusTime.Rfc3339(chosen.Start)}&end={CampusTime.Rfc3339(chosen.End)}" : "";
        return SignInLink.To(Navigation.ToBaseRelativePath(Navigation.Uri).Split('?', '#')[0] + slot);
    }
}
