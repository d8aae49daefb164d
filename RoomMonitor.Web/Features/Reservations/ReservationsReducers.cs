using System.Collections.Immutable;
using Fluxor;

namespace RoomMonitor.Web.Features.Reservations;

public static class ReservationsReducers
{
    [ReducerMethod]
    public static ReservationsState OnRequested(ReservationsState state, ReservationsRequested action) =>
        state.Query == action.Query && state.IsReading ? state : state with { Query = action.Query, IsReading = true };

    [ReducerMethod(typeof(ReservationsOutdated))]
    public static ReservationsState OnOutdated(ReservationsState state) =>
        state.Query is null || state.IsReading ? state : state with { IsReading = true };

    [ReducerMethod]
    public static ReservationsState OnLoaded(ReservationsState state, ReservationsLoaded action) => state with
    {
        IsReading = false,
        IsLoaded = true,
        HasFailed = false,
        Current = Kept(state.Current, action.Current),
        Past = Kept(state.Past, action.Past),
        PastCount = action.PastCount,
        Statistics = action.Statistics,
        Change = Unfinished(state.Change),
    };

    [ReducerMethod(typeof(ReservationsFailed))]
    public static ReservationsState OnFailed(ReservationsState state) =>
        state with { IsReading = false, HasFailed = true, Change = Unfinished(state.Change) };

    [ReducerMethod]
    public static ReservationsState OnChangeRequested(ReservationsState state, ReservationChangeRequested action) =>
        state with { Change = new ReservationChange(action.Reservation.Id, action.Act) };

    [ReducerMethod(typeof(ReservationChangeSucceeded))]
    public static ReservationsState OnChangeSucceeded(ReservationsState state) =>
        state.Change is { } change ? state with { Change = change with { IsDone = true } } : state;

    [ReducerMethod]
    public static ReservationsState OnChangeRefused(ReservationsState state, ReservationChangeRefused action) =>
        state with { Change = new ReservationChange(action.Id, action.Act, action.Refusal) };

    [ReducerMethod(typeof(ReservationChangeDismissed))]
    public static ReservationsState OnChangeDismissed(ReservationsState state) =>
        state.Change is { IsRunning: false } ? state with { Change = null } : state;

    private static ReservationChange? Unfinished(ReservationChange? change) => change is { IsDone: true } ? null : change;

    /// <summary>The same array where nothing differs, so that nothing renders again.</summary>
    private static ImmutableArray<OwnReservation> Kept(ImmutableArray<OwnReservation> before, ImmutableArray<OwnReservation> after) =>
        before.SequenceEqual(after) ? before : after;
}
