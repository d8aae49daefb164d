using Fluxor;
using RoomMonitor.Domain.Time;
using RoomMonitor.Web.Features.Notifications;
using RoomMonitor.Web.Features.Profile;

namespace RoomMonitor.Web.Features.Activity;

/// <summary>
/// Turns what others do into messages, unless the user wants none, or none at this hour. The outcome of the user's own acts is told
/// by whoever carries them out.
/// </summary>
public sealed class ActivityNotifications(
    IState<ProfileState> profile, CampusCalendar calendar, [FromKeyedServices(CampusTime.Key)] TimeProvider clock)
{
    private readonly WatchedRoomNews _watched = new();
    private readonly OwnReservationNews _own = new();
    private readonly CampusNews _campus = new();

    [EffectMethod]
    public Task OnHappened(ActivityHappened action, IDispatcher dispatcher)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        if (IsWanted(profile.Value, TimeOnly.FromDateTime(calendar.ToLocal(now))))
        {
            foreach (var toast in _campus.Tell(action.Activities, calendar, now)
                .Concat(_watched.Tell(action.Activities, calendar, now))
                .Concat(_own.Tell(action.Activities, calendar, now)))
            {
                dispatcher.Dispatch(new ToastRequested(toast));
            }
        }

        return Task.CompletedTask;
    }

    /// <summary>Whether anything is told to this user at a time of the campus day.</summary>
    internal static bool IsWanted(ProfileState profile, TimeOnly time) =>
        profile.NotificationsEnabled && !(profile.QuietHours is { } quiet && time.IsBetween(quiet.From, quiet.To));
}
