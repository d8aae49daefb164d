using Fluxor;
using RoomMonitor.Data.Reservations;
using RoomMonitor.Web.Accounts;

namespace RoomMonitor.Web.Features.Booking;

/// <summary>Reads what an earlier reservation was for: only whoever made it learns it.</summary>
public sealed partial class BookAgainEffects(ReservationQueries reservations, CircuitCaller callers, ILogger<BookAgainEffects> logger)
{
    [EffectMethod]
    public async Task OnRequestedAsync(BookAgainRequested action, IDispatcher dispatcher)
    {
        try
        {
            if (await callers.FindAsync() is { Actor.UserId: { } userId }
                && await reservations.FindAsync(action.ReservationId, CancellationToken.None) is { Reservation: var earlier }
                && earlier.UserId == userId)
            {
                dispatcher.Dispatch(new BookAgainRead(earlier.Id, earlier.Purpose));
            }
        }
        catch (Exception exception)
        {
            // The form is there without it.
            LogFailure(action.ReservationId, exception);
        }
    }

    [LoggerMessage(EventId = 602, Level = LogLevel.Warning, Message = "What reservation {ReservationId} was for could not be read")]
    private partial void LogFailure(int reservationId, Exception exception);
}
