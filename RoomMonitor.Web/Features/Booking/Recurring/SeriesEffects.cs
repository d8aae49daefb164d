using Fluxor;
using RoomMonitor.Data.Series;
using RoomMonitor.Domain.Reservations;
using RoomMonitor.Web.Accounts;
using RoomMonitor.Web.Api.Problems;
using RoomMonitor.Web.Features.Notifications;

namespace RoomMonitor.Web.Features.Booking.Recurring;

/// <summary>Checks and books series.</summary>
public sealed partial class SeriesEffects(
    SeriesService series, FreeSlotFinder finder, CircuitCaller callers, ILogger<SeriesEffects> logger)
{
    [EffectMethod]
    public async Task OnPreviewRequested(SeriesPreviewRequested action, IDispatcher dispatcher)
    {
        try
        {
            dispatcher.Dispatch(new SeriesPreviewed(action.Draft, await series.PreviewAsync(action.Draft, CancellationToken.None)));
        }
        catch (Exception exception)
        {
            dispatcher.Dispatch(new SeriesRefused(action.Draft, ReasonOf(exception, RecurrenceTexts.Failed)));
        }
    }

    [EffectMethod]
    public async Task OnAlternativesRequested(SeriesAlternativesRequested action, IDispatcher dispatcher)
    {
        var (draft, occurrence, others) = action;
        if (occurrence.Slot is not { } asked)
        {
            // A time that the clock skips: no time, nothing near it.
            return;
        }

        try
        {
            var inTheWay = occurrence.Conflicts.Select(conflict => conflict.Slot).Concat(others).ToList();
            var found = await finder.FindAsync(draft.RoomId, asked, draft.Details.Attendees, inTheWay, CancellationToken.None);
            dispatcher.Dispatch(new SeriesAlternativesFound(draft, occurrence.Day, found.Alternatives));
        }
        catch (Exception exception)
        {
            // The fields below take any time.
            LogFailure(exception);
        }
    }

    [EffectMethod]
    public async Task OnBookingRequested(SeriesBookingRequested action, IDispatcher dispatcher)
    {
        try
        {
            if (await callers.FindAsync() is not { } caller)
            {
                dispatcher.Dispatch(new SeriesRefused(action.Draft, RefusalWords.OfBooking(RefusalKind.SignedOut).Text));
                return;
            }

            var booked = await series.CreateAsync(action.Draft, caller, CancellationToken.None, action.Key.ToString());
            var count = booked.Occurrences.Count;
            dispatcher.Dispatch(new SeriesBooked(action.Draft, booked.Series.Id, count));
            dispatcher.Dispatch(new ToastRequested(new Toast(
                ToastKind.Success, count == 1 ? RecurrenceTexts.BookedOne : RecurrenceTexts.FormatBookedMany(count))
            {
                ActionText = RecurrenceTexts.See,
                ActionHref = "reservations",
            }));
        }
        catch (Exception exception)
        {
            dispatcher.Dispatch(new SeriesRefused(action.Draft, ReasonOf(exception, RefusalWords.OfBooking(null).Text)));
            if (exception is SeriesConflictException)
            {
                // What is in the way has to be seen to be skipped or moved.
                await OnPreviewRequested(new SeriesPreviewRequested(action.Draft), dispatcher);
            }
        }
    }

    /// <param name="unforeseen">What is said where nobody foresaw it.</param>
    private string ReasonOf(Exception exception, string unforeseen)
    {
        switch (Refusal.Of(exception)?.Kind)
        {
            case null:
                LogFailure(exception);
                return unforeseen;
            case RefusalKind.Invalid when exception is InvalidReservationException invalid:
                return RefusalWords.Of(invalid);
            case var refusal:
                return RefusalWords.OfBooking(refusal).Text;
        }
    }

    [LoggerMessage(EventId = 322, Level = LogLevel.Error, Message = "A series could not be checked or booked")]
    private partial void LogFailure(Exception exception);
}
