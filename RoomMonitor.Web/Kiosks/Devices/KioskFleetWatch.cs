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

    private readonly CancellationTokenSource _stop = new();
    private readonly KioskFleet _fleet;
    private readonly Task _pump;
    private volatile bool _hasChanged;

    /// <param name="tell">Throws nothing: it hands over what goes wrong.</param>
    public KioskFleetWatch(KioskFleet fleet, TimeProvider time, Func<Task> tell)
    {
        _fleet = fleet;
        fleet.Changed += OnChanged;
        var timer = new PeriodicTimer(Interval, time);
        _pump = Task.Run(() => PumpAsync(timer, tell));
    }

    public async ValueTask DisposeAsync()
    {
        _fleet.Changed -= OnChanged;
        await _stop.CancelAsync();
        await _pump;
        _stop.Dispose();
    }

    private void OnChanged() => _hasChanged = true;

    private async Task PumpAsync(PeriodicTimer timer, Func<Task> tell)
    {
        using var own = timer;
        try
        {
            for (var quiet = 0; await timer.WaitForNextTickAsync(_stop.Token);)
            {
                if (_hasChanged || ++quiet == QuietTicks)
                {
                    (_hasChanged, quiet) = (false, 0);
                    await tell();
                }
            }
        }
        catch (OperationCanceledException) when (_stop.IsCancellationRequested)
        {
            // The page has gone.
        }
    }
}
