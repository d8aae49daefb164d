namespace RoomMonitor.Web.Realtime;

/// <summary>
/// Lets time pass on the board: one timer for the earliest next transition of any room, no polling. Every 30 s it also
/// recomputes from wall time, so that a stepped clock or a machine that slept heals.
/// </summary>
public sealed partial class OccupancyClock(
    OccupancyBroadcaster broadcaster, [FromKeyedServices(CampusClock.Key)] TimeProvider clock, ILogger<OccupancyClock> logger) : BackgroundService
{
    private static readonly TimeSpan _longestWait = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan _shortestWait = TimeSpan.FromMilliseconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var moved = new SemaphoreSlim(0, 1);
        broadcaster.NextTransitionMoved += Wake;
        try
        {
            var recompute = clock.GetUtcNow() + _longestWait;
            while (!stoppingToken.IsCancellationRequested)
            {
                await WaitAsync(moved, recompute, stoppingToken);
                var all = clock.GetUtcNow() >= recompute || clock.GetUtcNow() < recompute - _longestWait;
                if (all)
                {
                    recompute = clock.GetUtcNow() + _longestWait;
                }

                Advance(all);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
        }
        finally
        {
            broadcaster.NextTransitionMoved -= Wake;
        }

        void Wake()
        {
            lock (moved)
            {
                if (moved.CurrentCount == 0)
                {
                    moved.Release();
                }
            }
        }
    }

    private void Advance(bool all)
    {
        try
        {
            if (all)
            {
                broadcaster.Advance(all: true);
            }
            else
            {
                _ = broadcaster.Current;
            }
        }
        catch (Exception exception)
        {
            LogFailure(exception);
        }
    }

    /// <summary>Until the next transition, a change of it, or the next recomputation.</summary>
    private async Task WaitAsync(SemaphoreSlim moved, DateTimeOffset recompute, CancellationToken stoppingToken)
    {
        var now = clock.GetUtcNow();
        var next = broadcaster.NextTransition;
        var wait = next < recompute.UtcDateTime ? next - now.UtcDateTime : recompute - now;
        wait = wait < _shortestWait ? _shortestWait : wait > _longestWait ? _longestWait : wait;
        using var wakeUp = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken);
        await using var timer = clock.CreateTimer(state => ((CancellationTokenSource)state!).Cancel(), wakeUp, wait, Timeout.InfiniteTimeSpan);
        try
        {
            await moved.WaitAsync(wakeUp.Token);
        }
        catch (OperationCanceledException) when (!stoppingToken.IsCancellationRequested)
        {
            // The timer.
        }
    }

    [LoggerMessage(EventId = 110, Level = LogLevel.Error, Message = "The occupancy clock could not advance the board; it tries again at the next transition")]
    private partial void LogFailure(Exception exception);
}
