using System.Collections.Frozen;
using Fluxor;
using Microsoft.AspNetCore.Components;
using RoomMonitor.Domain.Time;
using RoomMonitor.Web.Accounts;
using RoomMonitor.Web.Rooms;

namespace RoomMonitor.Web.Features.Reservations;

/// <summary>The reservations of whoever is signed in. Which list and which page of it are in the query string.</summary>
public sealed partial class ReservationsPage
{
    private ReservationDialogs _dialogs = null!;

    [Inject]
    public required IState<ReservationsState> State { get; set; }

    [Inject]
    public required IStateSelection<RoomsState, FrozenDictionary<string, string>> Letters { get; set; }

    [Inject]
    public required IDispatcher Dispatcher { get; set; }

    [Inject]
    public required ReservationsFeed Feed { get; set; }

    [Inject]
    public required CircuitCaller Callers { get; set; }

    [Inject]
    public required CampusCalendar Calendar { get; set; }

    [Inject(Key = CampusTime.Key)]
    public required TimeProvider Clock { get; set; }

    private string EmptyHeading => Query.Tab switch
    {
        ReservationsTab.Pending => ReservationTexts.EmptyPending,
        ReservationsTab.Past => ReservationTexts.EmptyPast,
        _ => ReservationTexts.EmptyUpcoming,
    };

    private string? EmptyReason => Query.Tab switch
    {
        ReservationsTab.Pending => ReservationTexts.EmptyPendingReason,
        ReservationsTab.Past => ReservationTexts.EmptyPastReason,
        _ => null,
    };

    protected override void OnInitialized()
    {
        Letters.Select(rooms => BuildingLetters.Of(rooms.Snapshot), BuildingLetters.AreSame);
        base.OnInitialized();
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        OpenAsked();
        if (firstRender && (await Callers.FindAsync())?.Actor.UserId is { } userId)
        {
            await Feed.StartAsync(userId, DispatchExceptionAsync);
            Dispatcher.Dispatch(new ReservationsRequested(Query));
        }
    }

    /// <summary>Once: a link has led here to change one.</summary>
    private void OpenAsked()
    {
        if (Query.Change is { } id && State.Value.IsLoaded)
        {
            Query = Query with { Change = null };
            if (State.Value.Upcoming.Concat(State.Value.Pending).FirstOrDefault(reservation => reservation.Id == id) is { } asked)
            {
                _dialogs.Open(ReservationDialog.Describe, asked);
            }
        }
    }

    protected override async ValueTask DisposeAsyncCore(bool disposing)
    {
        await Feed.StopAsync();
        await base.DisposeAsyncCore(disposing);
    }

    private protected override void OnFollowed() => Dispatcher.Dispatch(new ReservationsRequested(Query));

    /// <summary>What one render shows, at one instant: the running ones, and the page of the others.</summary>
    private Listing Shown()
    {
        var now = Clock.GetUtcNow().UtcDateTime;
        var state = State.Value;
        if (Query.Tab == ReservationsTab.Past)
        {
            var past = PageOf(state.PastCount);
            return new Listing(now, [], [.. state.Past.Select(reservation => new ReservationGroup(reservation, []))], past.Page, past.Pages);
        }

        var all = Query.Tab == ReservationsTab.Pending ? state.Pending : state.Upcoming;
        var byTime = all.Where(reservation => reservation.Slot.End > now)
            .ToLookup(reservation => Query.Tab == ReservationsTab.Upcoming && reservation.IsRunning(now));
        var listed = ReservationGroup.Of(byTime[false]);
        var (page, pages) = PageOf(listed.Count);
        var onPage = listed.Skip((page - 1) * ReservationsState.PageSize).Take(ReservationsState.PageSize);
        return new Listing(now, [.. byTime[true]], [.. onPage], page, pages);
    }

    private (int Page, int Pages) PageOf(int count)
    {
        var pages = Math.Max(1, (count + ReservationsState.PageSize - 1) / ReservationsState.PageSize);
        return (Math.Min(Query.Page, pages), pages);
    }

    private string LettersOf(OwnReservation reservation) => Letters.Value.GetValueOrDefault(reservation.Building, "–");

    private bool IsBusy(OwnReservation reservation) => State.Value.Change is { IsRunning: true } change && change.Id == reservation.Id;

    private ReservationRefusal? RefusalOf(OwnReservation reservation) =>
        State.Value.Change is { } change && change.Id == reservation.Id ? change.Refusal : null;

    private void Extend(OwnReservation reservation, ExtendChoice choice) =>
        Dispatcher.Dispatch(new ReservationChangeRequested(reservation, new ReservationAct.Extend(choice.End)));

    private sealed record Listing(
        DateTime Now, IReadOnlyList<OwnReservation> Running, IReadOnlyList<ReservationGroup> Groups, int Page, int Pages);
}
