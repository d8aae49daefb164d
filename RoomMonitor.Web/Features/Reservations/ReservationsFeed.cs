using Fluxor;
using RoomMonitor.Domain.Time;
using RoomMonitor.Web.Realtime;

namespace RoomMonitor.Web.Features.Reservations;

/// <summary>
/// Tells the store of one circuit when its user's reservations may have changed: when somebody changed one that is known here, when the
/// user changed or made one anywhere (another tab, REST), when rooms changed, and when a reservation begins or ends. The board tells of
/// every committed change, so nothing is asked of the database until there is something to read. Scoped; runs while a page shows them.
/// </summary>
public sealed class ReservationsFeed(
    OccupancyBroadcaster broadcaster,
    IDispatcher dispatcher,
    IState<ReservationsState> state,
    [FromKeyedServices(CampusTime.Key)] TimeProvider clock) : IAsyncDisposable
{
    /// <summary>Between two tellings: a burst is read once.</summary>
    public static readonly TimeSpan BatchInterval = TimeSpan.FromMilliseconds(100);

    /// <summary>Read anew at least so often, whatever was missed.</summary>
    public static readonly TimeSpan ResyncInterval = TimeSpan.FromSeconds(60);

    private static readonly TimeSpan _lookAgain = TimeSpan.FromSeconds(1);

    private readonly FeedLoop _loop = new();

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <summary>Follows the board from now on: what is read after this call misses nothing.</summary>
    /// <param name="userId">Whose reservations.</param>
    /// <param name="onError">Told of what ends the feed, for example a component's <c>DispatchExceptionAsync</c>.</param>
    public async Task StartAsync(int userId, Func<Exception, Task> onError)
    {
        await _loop.StopAsync();
        var subscription = broadcaster.Subscribe();
        if (!_loop.TryStart(stop => FollowAsync(subscription, userId, stop), onError))
        {
            subscription.Dispose();
        }
    }

    public Task StopAsync() => _loop.StopAsync();

    public ValueTask DisposeAsync() => _loop.DisposeAsync();

    private async Task FollowAsync(OccupancySubscription subscription, int userId, CancellationToken stop)
    {
        using var own = subscription;
        var told = Now;
        while (true)
        {
            var batch = await subscription.ReadWithinAsync(WaitAfter(told), clock, stop);
            if (batch is null ? Now >= NextChangeAfter(told) : Concerns(batch, userId))
            {
                told = Now;
                dispatcher.Dispatch(new ReservationsOutdated());
                await Task.Delay(BatchInterval, clock, stop);
            }
        }
    }

    private bool Concerns(OccupancyBatch batch, int userId)
    {
        // While something is read, what is known is not what will be known.
        var known = state.Value;
        return batch.Overflowed
            || batch.Updates.Any(update => update.RoomsChanged || update.Changes.Any(change =>
                change.Reservation is { } reservation && (change.ActorId == userId || known.IsReading || !known.IsLoaded || known.Knows(reservation.Id))));
    }

    private TimeSpan WaitAfter(DateTime told)
    {
        var wait = NextChangeAfter(told) - Now;

        // What is being read may bring an earlier change than those that are known.
        wait = state.Value.IsReading && wait > _lookAgain ? _lookAgain : wait;
        return wait > TimeSpan.Zero ? TimeSpan.FromMilliseconds(Math.Ceiling(wait.TotalMilliseconds)) : TimeSpan.Zero;
    }

    /// <summary>When a reservation that is known begins or ends.</summary>
    private DateTime NextChangeAfter(DateTime told)
    {
        var next = told + ResyncInterval;
        foreach (var slot in state.Value.Current.Select(reservation => reservation.Slot))
        {
            next = slot.Start > told && slot.Start < next ? slot.Start : next;
            next = slot.End > told && slot.End < next ? slot.End : next;
        }

        return next;
    }
}
