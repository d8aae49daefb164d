using System.Collections.Immutable;
using Fluxor;
using RoomMonitor.Data.Occupancy;
using RoomMonitor.Domain.Time;
using RoomMonitor.Web.Accounts;
using RoomMonitor.Web.Features.Profile;
using RoomMonitor.Web.Realtime;

namespace RoomMonitor.Web.Features.Activity;

/// <summary>
/// Brings what concerns the signed-in user into the circuit's store: each change of an own reservation, whoever made it, and of a
/// watched room, and for administrators who ask for it of any (<see cref="ActivityHappened"/>). The first at once, what follows in batches of at most one per
/// <see cref="BatchInterval"/>. Scoped; idle until <see cref="Start"/>, and for somebody who is not signed in.
/// </summary>
public sealed class ActivityFeed(
    OccupancyBroadcaster broadcaster,
    OccupancyQueries reservations,
    CircuitCaller callers,
    IState<ProfileState> profile,
    IDispatcher dispatcher,
    [FromKeyedServices(CampusTime.Key)] TimeProvider clock) : IAsyncDisposable
{
    public static readonly TimeSpan BatchInterval = TimeSpan.FromMilliseconds(250);

    private readonly TaskCompletionSource _loaded = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly FeedLoop _loop = new();

    /// <summary>Starts, once per circuit, after the first interactive render; anew after an error has ended it.</summary>
    /// <param name="onError">Told of what ends the feed, for example a component's <c>DispatchExceptionAsync</c>.</param>
    public void Start(Func<Exception, Task> onError) => _loop.TryStart(FollowAsync, onError);

    public ValueTask DisposeAsync() => _loop.DisposeAsync();

    /// <summary>Over once it knows what is the user's: changes from then on are told.</summary>
    internal Task Loaded => _loaded.Task;

    private async Task FollowAsync(CancellationToken stop)
    {
        if (await callers.FindAsync() is { Actor.UserId: { } userId } caller)
        {
            await FollowAsync(userId, caller.IsAdministrator, stop);
        }
    }

    private async Task FollowAsync(int userId, bool isAdministrator, CancellationToken stop)
    {
        // Subscribed first: nothing that is saved while the own reservations are read gets lost.
        using var subscription = broadcaster.Subscribe();
        var own = await LoadAsync(userId, stop);
        ImmutableArray<UserActivity> Sift(OccupancyBatch batch) => own.Sift(
            batch.Updates.SelectMany(update => update.Changes), profile.Value.WatchedRooms, isAdministrator && profile.Value.CampusNotifications);
        _loaded.TrySetResult();
        while (true)
        {
            var batch = await subscription.ReadAsync(stop);
            if (batch.Overflowed)
            {
                own = await LoadAsync(userId, stop);
                dispatcher.Dispatch(new ActivityMissed());
            }
            else if (Sift(batch) is { Length: > 0 } activities)
            {
                dispatcher.Dispatch(new ActivityHappened(activities));
                await Task.Delay(BatchInterval, clock, stop);
            }
        }
    }

    private async Task<OwnReservations> LoadAsync(int userId, CancellationToken stop) =>
        new(userId, await reservations.ReservationsOfUserAsync(userId, clock.GetUtcNow().UtcDateTime, stop));
}
