using System.Collections.Immutable;
using Fluxor;
using RoomMonitor.Data.Locking;
using RoomMonitor.Data.Reservations;
using RoomMonitor.Domain.Reservations;
using RoomMonitor.Domain.Time;
using RoomMonitor.Web.Accounts;
using RoomMonitor.Web.State.Notifications;
using RoomMonitor.Web.Texts;

namespace RoomMonitor.Web.State.Reservations;

/// <summary>Changes reservations of one's own; the services check rights and conflicts again.</summary>
public sealed partial class ReservationChangeEffects(
    ReservationService service,
    ReservationQueries reservations,
    CircuitCaller callers,
    CampusCalendar calendar,
    ILogger<ReservationChangeEffects> logger)
{
    [EffectMethod]
    public async Task OnRequested(ReservationChangeRequested action, IDispatcher dispatcher)
    {
        var (reservation, act) = action;
        try
        {
            var caller = await callers.FindAsync() ?? throw new NotAllowedException(ReservationTexts.SignedOut);
            var changed = await ChangeAsync(reservation.Id, act, caller);
            dispatcher.Dispatch(new ReservationChangeSucceeded(reservation, act, changed.Status));
            dispatcher.Dispatch(new ReservationsOutdated());
            dispatcher.Dispatch(new ToastRequested(await ToastAsync(act, changed)));
        }
        catch (Exception exception)
        {
            dispatcher.Dispatch(new ReservationChangeRefused(reservation.Id, act, RefusalOf(exception)));

            // What was refused was perhaps decided on an old view of things.
            dispatcher.Dispatch(new ReservationsOutdated());
        }
    }

    private Task<Reservation> ChangeAsync(int id, ReservationAct act, Caller caller) => act switch
    {
        ReservationAct.Cancel => service.CancelAsync(id, caller, CancellationToken.None),
        ReservationAct.EndEarly => service.EndEarlyAsync(id, caller, CancellationToken.None),
        ReservationAct.Extend extend => service.UpdateAsync(id, new ReservationPatch { End = extend.End }, caller, CancellationToken.None),
        ReservationAct.Move move => service.UpdateAsync(
            id, new ReservationPatch { RoomId = move.RoomId, Start = move.Slot.Start, End = move.Slot.End }, caller, CancellationToken.None),
        _ => throw new ArgumentOutOfRangeException(nameof(act), act, "Not an act on a reservation."),
    };

    private async Task<Toast> ToastAsync(ReservationAct act, Reservation changed)
    {
        var row = (await reservations.DescribeAsync([changed], CancellationToken.None))[0];
        return new Toast(
            ToastKind.Success, ReservationOutcome.Title(act, changed), ReservationOutcome.Message(row.Room.Name, changed.Slot, calendar));
    }

    private ReservationRefusal RefusalOf(Exception exception)
    {
        switch (exception)
        {
            case SlotTakenException { IsClosed: true }:
                return new(ReservationTexts.RoomClosed);
            case SlotTakenException taken:
                return new(ReservationTexts.Taken, [.. taken.Conflicts.Select(conflict => conflict.Slot)]);
            case ReservationNotFoundException:
                return new(ReservationTexts.Gone);
            case DatabaseBusyException:
                return new(ReservationTexts.Busy);
            case InvalidReservationException or NotAllowedException or ReservationTransitionException:
                return new(exception.Message);
            default:
                LogFailure(exception);
                return new(ReservationTexts.Failed);
        }
    }

    [LoggerMessage(EventId = 321, Level = LogLevel.Error, Message = "A reservation could not be changed")]
    private partial void LogFailure(Exception exception);
}
