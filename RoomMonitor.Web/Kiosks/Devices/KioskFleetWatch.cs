using RoomMonitor.Web.Realtime;

namespace RoomMonitor.Web.Kiosks.Devices;

/// <summary>
/// Looks after the fleet for one page: says when there is something new, at most twice a second however many screens report, and every few
/// seconds without, since what was heard grows older.
/// </summary>
public sealed class KioskFleetWatch : IAsyncDisposable
{
    /// <summary>Between two tellings.</summary>
    public static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(500);

    private const int QuietTicks = 10;

    private readonly FeedLoop _loop = new();
    private readonly KioskFleet _fleet;
    private volatile bool _hasChanged;

    /// <param name="tell">Told on no thread of the page's.</param>
    /// <param name="onError">Told of what ends it.</param>
    public KioskFleetWatch(KioskFleet fleet, TimeProvider time, Func<Task> tell, Func<Exception, Task> onError)
    {
        _fleet = fleet;
        fleet.Changed += OnChanged;
        var timer = new PeriodicTimer(Interval, time);
        _loop.TryStart(stop => FollowAsync(timer, tell, stop), onError);
    }

    public async ValueTask DisposeAsync()
    {
        _fleet.Changed -= OnChanged;
        await _loop.DisposeAsync();
    }

    private void OnChanged() => _hasChanged = true;

    private async Task FollowAsync(PeriodicTimer timer, Func<Task> tell, CancellationToken stop)
    {
        using var own = timer;
        for (var quiet = 0; await timer.WaitForNextTickAsync(stop);)
        {
            if (_hasChanged || ++quiet == QuietTicks)
            {
                (_hasChanged, quiet) = (false, 0);
                await tell();
            }
        }
    }
}
