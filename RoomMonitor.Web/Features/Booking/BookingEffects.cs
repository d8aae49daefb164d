using System.Collections.Immutable;
using Fluxor;
using RoomMonitor.Data.Reservations;
using RoomMonitor.Domain.Reservations;
using RoomMonitor.Domain.Rooms;
using RoomMonitor.Web.Accounts;
using RoomMonitor.Web.Api.Problems;
using RoomMonitor.Web.Realtime;

namespace RoomMonitor.Web.Features.Booking;

/// <summary>Books what was asked for, and tells what came of it. A circuit that ends meanwhile stops nothing: what was asked is answered.</summary>
public sealed partial class BookingEffects(
    ReservationService reservations, FreeSlotFinder finder, OccupancyBroadcaster broadcaster, CircuitCaller callers, ILogger<BookingEffects> logger)
{
    [EffectMethod]
    public async Task OnRequestedAsync(BookingRequested action, IDispatcher dispatcher) => dispatcher.Dispatch(await AnswerAsync(action.Request));

    private async Task<object> AnswerAsync(BookingRequest request)
    {
        try
        {
            return await callers.FindAsync() is { } caller
                ? await BookAsync(request, caller)
                : new BookingFailed(request, RefusalKind.SignedOut);
        }
        catch (InvalidReservationException invalid)
        {
            return new BookingRefused(request, invalid.Errors.ToImmutableDictionary(error => error.Field, RefusalWords.Of));
        }
        catch (Exception exception)
        {
            var refusal = Refusal.Of(exception);
            if (refusal is null)
            {
                LogFailure(request.RoomId, exception);
            }

            return new BookingFailed(request, refusal?.Kind);
        }
    }

    private async Task<object> BookAsync(BookingRequest request, Caller caller)
    {
        var draft = new ReservationDraft(
            request.RoomId, request.Slot.Start, request.Slot.End, new ReservationDetails(request.Purpose, request.People));
        try
        {
            var reservation = await CreateAsync(request, draft, caller);
            var name = RoomOf(reservation.RoomId)?.Name ?? "";
            return new BookingSucceeded(
                request, reservation.Id, reservation.RoomId, name, reservation.Slot, reservation.Status == ReservationStatus.Pending);
        }
        catch (SlotTakenException taken) when (RoomOf(request.RoomId) is { } room)
        {
            var inTheWay = taken.Conflicts.Select(conflict => conflict.Slot).ToImmutableArray();
            var isOwn = !taken.IsClosed && taken.Conflicts.All(conflict => conflict.UserId == caller.Actor.UserId);
            var found = await finder.FindAsync(request.RoomId, request.Slot, request.People, inTheWay, CancellationToken.None);
            return new BookingConflicted(new BookingConflict(request, room, inTheWay, isOwn, found));
        }
    }

    private async Task<Reservation> CreateAsync(BookingRequest request, ReservationDraft draft, Caller caller)
    {
        var key = request.Key.ToString("N");
        while (true)
        {
            var reservation = await CreateUnderAsync(key, draft, caller);
            if (reservation.Status != ReservationStatus.Cancelled)
            {
                return reservation;
            }

            // What the key had booked was cancelled since: asking for it again is another intent, which has one key too.
            key = FormattableString.Invariant($"{request.Key:N}-{reservation.Id}");
        }
    }

    private async Task<Reservation> CreateUnderAsync(string key, ReservationDraft draft, Caller caller)
    {
        try
        {
            return await reservations.CreateAsync(draft, caller, CancellationToken.None, key);
        }
        catch (RequestKeyException used) when (used.Reservation is { } earlier)
        {
            // An answer was lost, and the form changed since: what that request booked is told, and nothing more booked.
            return earlier;
        }
    }

    private Room? RoomOf(int id) => broadcaster.Snapshot.Find(id)?.Room;

    [LoggerMessage(EventId = 601, Level = LogLevel.Error, Message = "Booking room {RoomId} on a page failed")]
    private partial void LogFailure(int roomId, Exception exception);
}
