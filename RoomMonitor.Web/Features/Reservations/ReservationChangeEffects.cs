using System.Collections.Immutable;
using Fluxor;
using RoomMonitor.Data.Reservations;
using RoomMonitor.Data.Series;
using RoomMonitor.Domain.Reservations;
using RoomMonitor.Domain.Time;
using RoomMonitor.Web.Accounts;
using RoomMonitor.Web.Api.Problems;
using RoomMonitor.Web.Features.Booking;
using RoomMonitor.Web.Features.Notifications;

namespace RoomMonitor.Web.Features.Reservations;

/// <summary>Changes reservations of one's own; the services check rights and conflicts again.</summary>
public sealed partial class ReservationChangeEffects(
    ReservationService service,
    SeriesService series,
    ReservationQueries reservations,
    FreeSlotFinder finder,
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
            if (await callers.FindAsync() is not { } caller)
            {
                dispatcher.Dispatch(new ReservationChangeRefused(reservation.Id, act, new ReservationRefusal(RefusalWords.OfChange(RefusalKind.SignedOut))));
                return;
            }

            var (changed, kept) = await ChangeAsync(reservation, act, caller);
            dispatcher.Dispatch(new ReservationChangeSucceeded(reservation, act));
            dispatcher.Dispatch(new ReservationsOutdated());
            dispatcher.Dispatch(new ToastRequested(await ToastAsync(act, changed, kept)));
        }
        catch (Exception exception)
        {
            dispatcher.Dispatch(new ReservationChangeRefused(reservation.Id, act, await WithAlternativesAsync(RefusalOf(exception), reservation, act)));

            // What was refused was perhaps decided on an old view of things.
            dispatcher.Dispatch(new ReservationsOutdated());
        }
    }

    /// <returns>What was changed, and what of the chosen ones kept something of its own.</returns>
    private async Task<(IReadOnlyList<Reservation> Changed, IReadOnlyList<Reservation> Kept)> ChangeAsync(
        OwnReservation reservation, ReservationAct act, Caller caller)
    {
        var id = reservation.Id;
        if (reservation.SeriesId is { } seriesId)
        {
            var change = act switch
            {
                ReservationAct.Cancel { Scope: not SeriesScope.This and var scope } =>
                    await series.CancelAsync(seriesId, new SeriesTarget(scope, id), caller, CancellationToken.None),
                ReservationAct.Describe { Scope: not SeriesScope.This and var scope } text => await series.UpdateAsync(
                    seriesId, new SeriesTarget(scope, id), new SeriesPatch { Purpose = text.Purpose, Attendees = text.Attendees }, caller, CancellationToken.None),
                ReservationAct.Move { Scope: not SeriesScope.This and var scope } move =>
                    await series.UpdateAsync(seriesId, new SeriesTarget(scope, id), PatchOf(move), caller, CancellationToken.None),
                _ => null,
            };
            if (change is not null)
            {
                return (change.Changed, change.Kept);
            }
        }

        return ([await ChangeOneAsync(id, act, caller)], []);
    }

    private Task<Reservation> ChangeOneAsync(int id, ReservationAct act, Caller caller) =>
        act switch
        {
            ReservationAct.Cancel => service.CancelAsync(id, caller, CancellationToken.None),
            ReservationAct.Describe text => service.UpdateAsync(
                id, new ReservationPatch { Purpose = text.Purpose, Attendees = text.Attendees }, caller, CancellationToken.None),
            ReservationAct.EndEarly => service.EndEarlyAsync(id, caller, CancellationToken.None),
            ReservationAct.Extend extend => service.UpdateAsync(id, new ReservationPatch { End = extend.End }, caller, CancellationToken.None),
            ReservationAct.Move move => service.UpdateAsync(
                id, new ReservationPatch { RoomId = move.RoomId, Start = move.Slot.Start, End = move.Slot.End }, caller, CancellationToken.None),
            _ => throw new ArgumentOutOfRangeException(nameof(act), act, "Not an act on a reservation."),
        };

    /// <summary>Several occurrences keep their days, and get the campus times.</summary>
    private SeriesPatch PatchOf(ReservationAct.Move move) => new()
    {
        RoomId = move.RoomId,
        StartTime = TimeOnly.FromDateTime(calendar.ToLocal(move.Slot.Start)),
        EndTime = TimeOnly.FromDateTime(calendar.ToLocal(move.Slot.End)),
        Nights = (calendar.ToLocal(move.Slot.End).Date - calendar.ToLocal(move.Slot.Start).Date).Days,
    };

    private async Task<Toast> ToastAsync(ReservationAct act, IReadOnlyList<Reservation> changed, IReadOnlyList<Reservation> kept)
    {
        if (kept.Count > 0)
        {
            // What was left out stays to be read.
            return new Toast(ToastKind.Warning, ReservationOutcome.Title(act, changed.Count), ReservationOutcome.Kept(kept, calendar)) { Duration = TimeSpan.Zero };
        }

        if (changed.Count != 1)
        {
            return new Toast(ToastKind.Success, ReservationOutcome.Title(act, changed.Count));
        }

        var row = (await reservations.DescribeAsync(changed, CancellationToken.None))[0];
        return new Toast(
            ToastKind.Success, ReservationOutcome.Title(act, changed[0]), ReservationOutcome.Message(row.Room.Name, changed[0].Slot, calendar));
    }

    /// <summary>A single move that met something is told where it could go instead.</summary>
    private async Task<ReservationRefusal> WithAlternativesAsync(ReservationRefusal refusal, OwnReservation reservation, ReservationAct act) =>
        act is ReservationAct.Move { Scope: SeriesScope.This } move && refusal.IsTaken
            ? refusal with
            {
                Alternatives = (await finder.FindAsync(move.RoomId, move.Slot, reservation.Attendees, refusal.Conflicts, CancellationToken.None)).Alternatives,
            }
            : refusal;

    private ReservationRefusal RefusalOf(Exception exception)
    {
        var refusal = Refusal.Of(exception)?.Kind;
        if (refusal is null)
        {
            LogFailure(exception);
        }

        return new(exception is InvalidReservationException invalid ? RefusalWords.Of(invalid) : RefusalWords.OfChange(refusal))
        {
            IsTaken = refusal is RefusalKind.Taken or RefusalKind.Closed,
            Conflicts = exception switch
            {
                SlotTakenException taken => [.. taken.Conflicts.Select(conflict => conflict.Slot)],
                SeriesConflictException several => [.. several.Occurrences.SelectMany(occurrence => occurrence.Conflicts).Select(conflict => conflict.Slot)],
                _ => [],
            },
        };
    }

    [LoggerMessage(EventId = 321, Level = LogLevel.Error, Message = "A reservation could not be changed")]
    private partial void LogFailure(Exception exception);
}
