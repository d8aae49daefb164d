using RoomMonitor.Domain.Time;

namespace RoomMonitor.Web.Realtime;

/// <summary>
/// Lets time pass on the board: one timer for the earliest next transition of any room, no polling. Every 30 s it also
/// recomputes from wall time, so that a stepped clock or a machine that slept heals.
/// </summary>
public sealed partial class OccupancyClock : IHostedService, IDisposable
{
    private static readonly TimeSpan _recomputation = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan _shortestWait = TimeSpan.FromMilliseconds(1);

    private readonly OccupancyBroadcaster _broadcaster;
    private readonly TimeProvider _clock;
    private readonly ILogger<OccupancyClock> _logger;
    private readonly Lock _gate = new();
    private readonly ITimer _timer;
    private DateTimeOffset _recomputedAt;
    private bool _isRunning;

    public OccupancyClock(
        OccupancyBroadcaster broadcaster, [FromKeyedServices(CampusTime.Key)] TimeProvider clock, ILogger<OccupancyClock> logger)
    {
        _broadcaster = broadcaster;
        _clock = clock;
        _logger = logger;
        _timer = clock.CreateTimer(_ => Tick(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    public Task StartAsync(CancellationToken cancellationToken)
    {
        _recomputedAt = _clock.GetUtcNow();
        _isRunning = true;
        _broadcaster.NextTransitionMoved += Arm;
        Arm();
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken)
    {
        _broadcaster.NextTransitionMoved -= Arm;
        lock (_gate)
        {
            _isRunning = false;
            _timer.Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        }

        return Task.CompletedTask;
    }

    public void Dispose() => _timer.Dispose();

    private void Tick()
    {
        try
        {
            var now = _clock.GetUtcNow();
            if (now >= _recomputedAt + _recomputation || now < _recomputedAt)
            {
                _recomputedAt = now;
                _broadcaster.Advance(all: true);
            }
            else
            {
                _broadcaster.PublishDue();
            }
        }
        catch (Exception exception)
        {
            LogFailure(exception);
        }

        Arm();
    }

    /// <summary>Sets the timer to the next transition, or to the next recomputation where that comes first.</summary>
    private void Arm()
    {
        lock (_gate)
        {
            if (!_isRunning)
            {
                return;
            }

            var now = _clock.GetUtcNow().UtcDateTime;
            var recompute = _recomputedAt.UtcDateTime + _recomputation;
            var next = _broadcaster.Snapshot.NextTransition < recompute ? _broadcaster.Snapshot.NextTransition : recompute;
            var wait = next - now;
            _timer.Change(wait < _shortestWait ? _shortestWait : wait > _recomputation ? _recomputation : wait, Timeout.InfiniteTimeSpan);
        }
    }

    [LoggerMessage(EventId = 110, Level = LogLevel.Error, Message = "The occupancy clock could not advance the board; it tries again at the next transition")]
    private partial void LogFailure(Exception exception);
}
