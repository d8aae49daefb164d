using Fluxor;
using Microsoft.AspNetCore.Components;
using RoomMonitor.Data.Series;
using RoomMonitor.Domain.Rooms;
using RoomMonitor.Domain.Time;
using RoomMonitor.Web.Realtime;

namespace RoomMonitor.Web.Features.Reservations;

/// <summary>The dialog that is open over "My reservations", if one is: asks, does it, and says where it was refused.</summary>
public sealed partial class ReservationDialogs
{
    private ReservationDialog? _dialog;
    private OwnReservation? _reservation;
    private IReadOnlyList<Room> _rooms = [];
    private SeriesScope _scope;
    private bool _isDone;

    [Inject]
    public required IState<ReservationsState> State { get; set; }

    [Inject]
    public required IDispatcher Dispatcher { get; set; }

    /// <summary>Asked once when a dialog opens; what is live comes through the store.</summary>
    [Inject]
    public required OccupancyBroadcaster Board { get; set; }

    [Inject]
    public required CampusCalendar Calendar { get; set; }

    [Inject(Key = CampusTime.Key)]
    public required TimeProvider Clock { get; set; }

    private string CancelWord => State.Value.CountOf(Reservation, _scope, Clock.GetUtcNow().UtcDateTime) is { } count and not 1
        ? ReservationTexts.FormatCancelMany(count)
        : ReservationTexts.CancelIt;

    private OwnReservation Reservation => _reservation!;

    private bool IsBusy => State.Value.Change is { IsRunning: true } change && change.Id == Reservation.Id;

    private ReservationRefusal? Refusal => State.Value.Change is { } change && change.Id == Reservation.Id ? change.Refusal : null;

    public void Open(ReservationDialog dialog, OwnReservation reservation)
    {
        Dispatcher.Dispatch(new ReservationChangeDismissed());
        (_dialog, _reservation, _scope) = (dialog, reservation, SeriesScope.This);
        _rooms = dialog == ReservationDialog.Move ? [.. Board.Snapshot.InReadingOrder.Select(room => room.Room)] : [];
        StateHasChanged();
    }

    protected override void OnInitialized()
    {
        base.OnInitialized();
        SubscribeToAction<ReservationChangeSucceeded>(_ => _isDone = true);
        SubscribeToAction<ReservationsLoaded>(_ => CloseWhenDone());
        SubscribeToAction<ReservationsFailed>(_ => CloseWhenDone());
    }

    private void Do(ReservationAct act) => Dispatcher.Dispatch(new ReservationChangeRequested(Reservation, act));

    private void Close()
    {
        Dispatcher.Dispatch(new ReservationChangeDismissed());
        _dialog = null;
        StateHasChanged();
    }

    /// <summary>The dialog stays until the list shows the change: the focus then goes where it can stay.</summary>
    private void CloseWhenDone()
    {
        if (_isDone)
        {
            _isDone = false;
            _ = InvokeAsync(Close);
        }
    }
}
