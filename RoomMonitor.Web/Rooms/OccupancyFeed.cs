using Fluxor;
using RoomMonitor.Domain.Occupancy;
using RoomMonitor.Domain.Time;
using RoomMonitor.Web.Realtime;

namespace RoomMonitor.Web.Rooms;

/// <summary>
/// Brings the board's changes into one circuit's store. The first change is dispatched at once, what follows in batches of at most one
/// per <see cref="BatchInterval"/> (one render each); every <see cref="ResyncInterval"/> the board is read as a whole; when nothing has
/// come for <see cref="OccupancyRules.BelievedFor"/>, the rooms are marked as stale. Scoped; idle until <see cref="Start"/>.
/// </summary>
public sealed class OccupancyFeed(
    OccupancyBroadcaster broadcaster, IDispatcher dispatcher, [FromKeyedServices(CampusTime.Key)] TimeProvider clock) : IAsyncDisposable
{
    public static readonly TimeSpan BatchInterval = TimeSpan.FromMilliseconds(100);
    public static readonly TimeSpan ResyncInterval = TimeSpan.FromSeconds(60);

    private readonly FeedLoop _loop = new();
    private readonly Lock _gate = new();
    private ITimer? _watch;
    private DateTime _lastNews;
    private bool _disposed;

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <summary>
    /// Subscribes, once per circuit, after the first interactive render. Does nothing while the feed runs; starts it anew after
    /// an error has ended it.
    /// </summary>
    /// <param name="onError">Told of what ends the feed, for example a component's <c>DispatchExceptionAsync</c>.</param>
    public void Start(Func<Exception, Task> onError)
    {
        lock (_gate)
        {
            if (_disposed || !_loop.TryStart(FollowAsync, onError))
            {
                return;
            }

            _lastNews = Now;
            _watch ??= clock.CreateTimer(_ => MarkStale(onError), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
            _watch.Change(OccupancyRules.BelievedFor, Timeout.InfiniteTimeSpan);
        }
    }

    public async ValueTask DisposeAsync()
    {
        lock (_gate)
        {
            _disposed = true;
        }

        await _loop.DisposeAsync();
        if (_watch is not null)
        {
            await _watch.DisposeAsync();
        }
    }

    private async Task FollowAsync(CancellationToken stop)
    {
        using var subscription = broadcaster.Subscribe();
        var shown = subscription.Initial;
        Tell(new RoomsLoaded(shown, Now));
        var resynced = clock.GetTimestamp();
        while (true)
        {
            if (await subscription.ReadWithinAsync(ResyncInterval - clock.GetElapsedTime(resynced), clock, stop) is not { } batch)
            {
                shown = broadcaster.PublishDue();
                Tell(new RoomsLoaded(shown, Now));
                resynced = clock.GetTimestamp();
            }
            else if (batch.Latest.Version > shown.Version)
            {
                Tell(new RoomsUpdated(batch.Latest, RoomDifference.Between(shown, batch.Latest), Now) { Batch = batch });
                shown = batch.Latest;
                await Task.Delay(BatchInterval, clock, stop);
            }
        }
    }

    private void Tell(object action)
    {
        dispatcher.Dispatch(action);
        lock (_gate)
        {
            _lastNews = Now;
            if (!_disposed)
            {
                _watch?.Change(OccupancyRules.BelievedFor, Timeout.InfiniteTimeSpan);
            }
        }
    }

    private void MarkStale(Func<Exception, Task> onError)
    {
        DateTime since;
        lock (_gate)
        {
            since = _lastNews;
        }

        try
        {
            dispatcher.Dispatch(new RoomsFeedLost(since));
        }
        catch (Exception exception)
        {
            _ = onError(exception);
        }
    }
}
