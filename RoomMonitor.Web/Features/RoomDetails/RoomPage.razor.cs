using System.Collections.Immutable;
using System.Globalization;
using Fluxor;
using Microsoft.AspNetCore.Components;
using RoomMonitor.Domain.Rooms;
using RoomMonitor.Domain.Time;
using RoomMonitor.Web.Features.Profile;
using RoomMonitor.Web.Features.RoomDetails.Presence;
using RoomMonitor.Web.Realtime;
using RoomMonitor.Web.Rooms;
using RoomMonitor.Web.Rooms.Addresses;

namespace RoomMonitor.Web.Features.RoomDetails;

/// <summary>One room, live: its status, its today and its week, and the panel that books it.</summary>
public sealed partial class RoomPage
{
    private SlotDraft _draft = new(null, IsChosen: false);
    private object? _rendered;
    private int _openId;

    /// <summary>What the others know of it.</summary>
    private TimeSlot? _told;

    [Parameter]
    public int Id { get; set; }

    [Inject]
    public required IState<RoomsState> Rooms { get; set; }

    [Inject]
    public required IState<RoomCalendarState> RoomCalendar { get; set; }

    [Inject]
    public required IState<ProfileState> Profile { get; set; }

    [Inject]
    public required IState<PresenceState> Presence { get; set; }

    [Inject]
    public required IDispatcher Dispatcher { get; set; }

    [Inject(Key = CampusTime.Key)]
    public required TimeProvider Clock { get; set; }

    private CampusCalendar Calendar => Rooms.Value.Snapshot.Calendar;

    private DateTime Now => Clock.GetUtcNow().UtcDateTime;

    private DateOnly Today => Calendar.DateOf(Now);

    private CalendarWeek Week => Query.Monday is { } monday ? CalendarWeek.Of(monday) : UsualWeek;

    /// <summary>Without another one in the address: that of the chosen time, else the present one.</summary>
    private CalendarWeek UsualWeek => CalendarWeek.Of(_draft is { IsChosen: true, Slot: { } slot } ? Calendar.DateOf(slot.Start) : Today);

    private int Others => Presence.Value.RoomId == Id ? Presence.Value.Others : 0;

    private ImmutableArray<TimeSlot> Picks => Presence.Value.RoomId == Id ? Presence.Value.Picks : [];

    /// <summary>What is booked by now is no draft any more.</summary>
    private TimeSlot? Draft =>
        RoomCalendar.Value.RoomId == Id && RoomCalendar.Value.Entries.Any(entry => entry.IsMine && entry.Slot == _draft.Slot) ? null : _draft.Slot;

    private RoomOccupancy? Occupancy => Rooms.Value.Snapshot.Find(Id);

    protected override void OnInitialized()
    {
        base.OnInitialized();
        TakeSlot();
    }

    protected override void OnAfterRender(bool firstRender)
    {
        // Also when a link has led from one room to another: the page stays, its room changes. A prerender comes here never.
        if (_openId != Id)
        {
            Dispatcher.Dispatch(new RoomCalendarClosed(_openId));
            _openId = Id;
            _told = null;
            Dispatcher.Dispatch(new PresenceEntered(Id));
            OpenWeek();
        }

        if ((_draft.IsChosen ? Draft : null) != _told)
        {
            TellDraft();
        }
    }

    /// <summary>The state of all rooms changes many times a second; this page only with its own.</summary>
    protected override bool ShouldRender()
    {
        var key = (Occupancy, Rooms.Value.IsLoaded, Rooms.Value.StaleSince, RoomCalendar.Value, Profile.Value, Presence.Value, (Query, _draft, Today));
        var differs = !key.Equals(_rendered);
        _rendered = key;
        return differs;
    }

    protected override ValueTask DisposeAsyncCore(bool disposing)
    {
        if (_openId != 0)
        {
            Dispatcher.Dispatch(new PresenceLeft(_openId));
            Dispatcher.Dispatch(new RoomCalendarClosed(_openId));
        }

        return base.DisposeAsyncCore(disposing);
    }

    private protected override bool IsHere(Uri address) =>
        Navigation.ToBaseRelativePath(address.AbsoluteUri).StartsWith("rooms/", StringComparison.Ordinal);

    private protected override void OnFollowed()
    {
        TakeSlot();
        OpenWeek();
    }

    /// <summary>From the address, whose slot follows the draft from then on.</summary>
    private void TakeSlot() => _draft = new SlotDraft(Query.Slot, IsChosen: Query.Slot is not null);

    private string LettersOf(Room room) => BuildingLetters.Of(Rooms.Value.Snapshot).GetValueOrDefault(room.Building, "");

    private ImmutableArray<CalendarEntry> Entries(RoomOccupancy room, DateOnly date) =>
        RoomCalendar.Value.EntriesOn(Calendar.Day(date), room, Calendar, Now) ?? [];

    /// <summary>The day of the time in the form, as far as it is known what is on it.</summary>
    private DateOnly ShownDay(RoomOccupancy room) =>
        Draft is { } draft && Calendar.DateOf(draft.Start) is var day && RoomCalendar.Value.EntriesOn(Calendar.Day(day), room, Calendar, Now) is not null ? day : Today;

    private ImmutableArray<WeekDay> WeekDays(RoomOccupancy room) =>
        [.. Week.Days.Select(date => (Date: date, Slot: Calendar.Day(date)))
            .Select(day => new WeekDay(day.Date, day.Slot, RoomCalendar.Value.EntriesOn(day.Slot, room, Calendar, Now)))];

    private void OpenWeek() => Dispatcher.Dispatch(new RoomCalendarOpened(Id, Week.First));

    private void ToggleFavorite() => Dispatcher.Dispatch(new FavoriteToggled(Id));

    private void ToggleWatch() => Dispatcher.Dispatch(new WatchToggled(Id));

    /// <summary>In the week.</summary>
    private void Choose(TimeSlot slot) => Write(new SlotDraft(slot, IsChosen: true));

    /// <summary>In the form, by the reader or by the form itself.</summary>
    private void Type(TimeSlot? slot) => Write(_draft with { Slot = slot });

    private void Write(SlotDraft draft)
    {
        if (!draft.IsChosen)
        {
            _draft = draft;
            return;
        }

        var before = Week;
        var isElsewhere = draft.Slot != _draft.Slot && draft.Slot is { } chosen && !before.Contains(Calendar.DateOf(chosen.Start));

        // A time that is being typed isn't always one: the week stays until it is another.
        var isLost = draft.Slot is null && _draft.Slot is not null;
        _draft = draft;
        Show(Asked(isElsewhere ? null : isLost ? before.Monday : Query.Monday));
        if (Week != before)
        {
            OpenWeek();
        }
    }

    private void UseForm()
    {
        Write(_draft with { IsChosen = true });
        TellDraft();
    }

    private void ShowWeek(CalendarWeek week)
    {
        Show(Asked(MondayOf(week)));
        OpenWeek();
    }

    private string AddressOf(CalendarWeek week) => string.Create(CultureInfo.InvariantCulture, $"rooms/{Id}{Asked(MondayOf(week)).ToQueryString()}");

    /// <summary>With the slot that stands in the form, where the reader has chosen it: a suggestion stands in no address.</summary>
    private RoomQuery Asked(DateOnly? monday) => Query with { Monday = monday, Slot = _draft.IsChosen ? _draft.Slot : null };

    private DateOnly? MondayOf(CalendarWeek week) => week == UsualWeek ? null : week.Monday;

    /// <summary>Others see it as being booked, from now on for a while.</summary>
    private void TellDraft()
    {
        _told = _draft.IsChosen ? Draft : null;
        Dispatcher.Dispatch(new SlotPicked(_told));
    }
}
