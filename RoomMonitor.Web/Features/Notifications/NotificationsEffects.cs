using Fluxor;

namespace RoomMonitor.Web.Features.Notifications;

public sealed class NotificationsEffects(TimeProvider time)
{
    /// <summary>--motion-base of the styles.</summary>
    public static readonly TimeSpan SlideOut = TimeSpan.FromMilliseconds(200);

    [EffectMethod]
    public async Task OnClosed(ToastClosed action, IDispatcher dispatcher)
    {
        await Task.Delay(SlideOut, time);
        dispatcher.Dispatch(new ToastRemoved(action.Id));
    }
}
