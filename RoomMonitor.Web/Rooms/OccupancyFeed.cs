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

    private readonly CancellationTokenSource _stop = new();
    private readonly Lock _gate = new();
    private Task _pump = Task.CompletedTask;
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
            if (_disposed || !_pump.IsCompleted)
            {
                return;
            }

            _lastNews = Now;
            _watch ??= clock.CreateTimer(_ => MarkStale(onError), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
            _watch.Change(OccupancyRules.BelievedFor, Timeout.InfiniteTimeSpan);
            _pump = Task.Run(() => PumpAsync(onError, _stop.Token));
        }
    }

    public async ValueTask DisposeAsync()
    {
        Task pump;
        lock (_gate)
        {
            if (_disposed)
            {
                return;
            }

            _disposed = true;
            pump = _pump;
        }

        await _stop.CancelAsync();
        await pump;
        if (_watch is not null)
        {
            await _watch.DisposeAsync();
        }

        _stop.Dispose();
    }

    private async Task PumpAsync(Func<Exception, Task> onError, CancellationToken stop)
    {
        try
        {
            using var subscription = broadcaster.Subscribe();
            var shown = subscription.Initial;
            Tell(new RoomsLoaded(shown, Now));
            var resynced = clock.GetTimestamp();
            while (true)
            {
                if (await ReadAsync(subscription, ResyncInterval - clock.GetElapsedTime(resynced), stop) is not { } batch)
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
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // Disposed.
        }
        catch (Exception exception)
        {
            // Not awaited: who is told may dispose this feed, which waits for the pump.
            _ = onError(exception);
        }
    }

    /// <summary>The next batch, or null where none came in time.</summary>
    private async Task<OccupancyBatch?> ReadAsync(OccupancySubscription subscription, TimeSpan wait, CancellationToken stop)
    {
        if (wait <= TimeSpan.Zero)
        {
            return null;
        }

        using var timeout = new CancellationTokenSource(wait, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(stop, timeout.Token);
        try
        {
            return await subscription.ReadAsync(either.Token);
        }
        catch (OperationCanceledException) when (!stop.IsCancellationRequested)
        {
            return null;
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
