using Fluxor;
using RoomMonitor.Data.Activity;
using RoomMonitor.Domain.Time;
using RoomMonitor.Web.Features.Notifications;
using RoomMonitor.Web.Realtime;

namespace RoomMonitor.Web.Shell.Connection;

public sealed partial class ConnectionEffects(
    OccupancyBroadcaster broadcaster,
    ActivityQueries activity,
    [FromKeyedServices(CampusTime.Key)] TimeProvider clock,
    ILogger<ConnectionEffects> logger)
{
    /// <summary>Whoever was away for longer is told of the last day.</summary>
    private static readonly TimeSpan _longest = TimeSpan.FromDays(1);

    private const int MostEntries = 1_000;

    [EffectMethod]
    public async Task OnReturned(ConnectionReturned action, IDispatcher dispatcher)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var since = action.Since < now - _longest ? now - _longest : action.Since > now ? now : action.Since;
        var changed = Changed(broadcaster.PublishDue(), since, now);
        try
        {
            changed.UnionWith(await activity.RoomsSinceAsync(since, MostEntries, CancellationToken.None));
        }
        catch (Exception exception)
        {
            // The database is away: what time alone has changed is known.
            LogUncounted(exception);
        }

        dispatcher.Dispatch(new ToastRequested(new Toast(ToastKind.Success, NotificationTexts.LiveAgain, Text(changed.Count)) { MergeKey = "connection" }));
    }

    /// <summary>The rooms that time has changed. Who cancelled or booked meanwhile is in the log alone: the board has forgotten what was.</summary>
    internal static HashSet<int> Changed(OccupancySnapshot snapshot, DateTime since, DateTime now) =>
        [.. snapshot.Rooms
            .Where(room => room.Schedule.StatusAt(since).Occupancy != snapshot.StatusAt(room, now).Occupancy)
            .Select(room => room.Room.Id)];

    private static string Text(int count) => count switch
    {
        0 => NotificationTexts.NothingChangedAway,
        1 => NotificationTexts.RoomChangedAway,
        _ => NotificationTexts.FormatRoomsChangedAway(count),
    };

    [LoggerMessage(EventId = 140, Level = LogLevel.Warning, Message = "What changed while a page was cut off could not be counted")]
    private partial void LogUncounted(Exception exception);
}
