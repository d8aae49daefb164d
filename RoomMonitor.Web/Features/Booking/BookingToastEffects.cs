using Fluxor;
using RoomMonitor.Domain.Time;
using RoomMonitor.Web.Features.Notifications;

namespace RoomMonitor.Web.Features.Booking;

/// <summary>Says the outcome of a booking where the eye is, whichever page it was made on.</summary>
public sealed class BookingToastEffects(CampusCalendar calendar, [FromKeyedServices(CampusTime.Key)] TimeProvider clock)
{
    [EffectMethod]
    public Task OnSucceededAsync(BookingSucceeded action, IDispatcher dispatcher)
    {
        var when = BookingWords.When(action.Slot, calendar, clock.GetUtcNow().UtcDateTime);
        var toast = (action.IsAsAsked, action.IsPending) switch
        {
            (false, _) => new Toast(ToastKind.Warning, BookingTexts.FormatToastEarlierTitle(action.RoomName), BookingTexts.FormatToastEarlierText(when))
            {
                Duration = TimeSpan.Zero,
            },
            (true, true) => new Toast(ToastKind.Success, BookingTexts.FormatToastPendingTitle(action.RoomName), BookingTexts.FormatToastPendingText(when)),
            (true, false) => new Toast(ToastKind.Success, BookingTexts.FormatToastBookedTitle(action.RoomName), when),
        };
        return TellAsync(dispatcher, action.Request, toast with { ActionText = BookingTexts.ToastShow, ActionHref = "reservations" });
    }

    [EffectMethod]
    public Task OnRefusedAsync(BookingRefused action, IDispatcher dispatcher) =>
        TellAsync(dispatcher, action.Request, new Toast(ToastKind.Warning, BookingTexts.ToastRefusedTitle, string.Join(" ", action.Errors.Values)));

    [EffectMethod]
    public Task OnFailedAsync(BookingFailed action, IDispatcher dispatcher)
    {
        var (title, text) = RefusalWords.OfBooking(action.Reason);
        return TellAsync(dispatcher, action.Request, new Toast(ToastKind.Error, title, text) { Duration = TimeSpan.Zero });
    }

    private static Task TellAsync(IDispatcher dispatcher, BookingRequest request, Toast toast)
    {
        dispatcher.Dispatch(new ToastRequested(toast with { MergeKey = $"booking-{request.Key:N}" }));
        return Task.CompletedTask;
    }
}
