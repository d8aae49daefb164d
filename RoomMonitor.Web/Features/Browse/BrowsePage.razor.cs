using Fluxor;
using Microsoft.AspNetCore.Components;
using RoomMonitor.Domain.Time;
using RoomMonitor.Web.Features.Profile;
using RoomMonitor.Web.Parts;
using RoomMonitor.Web.Rooms;

namespace RoomMonitor.Web.Features.Browse;

/// <summary>Where people find a room: what they need as a sentence, and below it what is there, live.</summary>
public sealed partial class BrowsePage
{
    private static readonly TimeSpan _minute = TimeSpan.FromMinutes(1);

    private ITimer? _ticks;
    private TimeSlot? _asked;

    [Inject]
    public required IState<ProfileState> Profile { get; set; }

    [Inject]
    public required IState<TakenRoomsState> Taken { get; set; }

    [Inject]
    public required IDispatcher Dispatcher { get; set; }

    [Inject]
    public required CampusCalendar Calendar { get; set; }

    private CampusChoices Choices => Rooms.Value.IsLoaded ? CampusChoices.Of(Rooms.Value.Snapshot) : CampusChoices.None;

    /// <summary>Null while the database hasn't said yet which rooms are free then.</summary>
    private BrowseRequest? Request
    {
        get
        {
            var taken = _asked is null ? null : Taken.Value.Rooms;
            return _asked is not null && taken?.Slot != _asked
                ? null
                : new BrowseRequest(Query, Query.Time?.SlotAt(Now, Calendar), taken, Profile.Value.UserId, Profile.Value.FavoriteRooms);
        }
    }

    protected override void OnAfterRender(bool firstRender)
    {
        if (firstRender)
        {
            // "From now" moves on with the minute, also where no room changes.
            _ticks = Clock.CreateTimer(_ => _ = InvokeAsync(OnMinute), null, _minute - TimeSpan.FromTicks(Now.Ticks % _minute.Ticks), _minute);
        }
    }

    protected override async ValueTask DisposeAsyncCore(bool disposing)
    {
        if (_ticks is not null)
        {
            await _ticks.DisposeAsync();
        }

        if (_asked is not null)
        {
            Dispatcher.Dispatch(new TakenRoomsRequested(null));
        }

        await base.DisposeAsyncCore(disposing);
    }

    private protected override void OnAsked()
    {
        var now = Now;
        var slot = Query.Time?.SlotAt(now, Calendar);
        var beyond = slot is { } time && !BrowseRequest.IsOnBoard(time, now, Calendar) ? slot : null;
        if (beyond != _asked)
        {
            _asked = beyond;
            Dispatcher.Dispatch(new TakenRoomsRequested(beyond));
        }
    }

    private void OnMinute()
    {
        OnAsked();
        StateHasChanged();
    }

    private void AskAgain() => Dispatcher.Dispatch(new TakenRoomsRequested(_asked));

    private void ToggleFavorite(int roomId)
    {
        if (Profile.Value.IsSignedIn)
        {
            Dispatcher.Dispatch(new FavoriteToggled(roomId));
        }
        else
        {
            Navigation.NavigateTo(SignInLink.From(Navigation), forceLoad: true);
        }
    }
}
