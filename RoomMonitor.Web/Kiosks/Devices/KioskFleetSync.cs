using RoomMonitor.Data.Kiosks;

namespace RoomMonitor.Web.Kiosks.Devices;

/// <summary>
/// Keeps the fleet in step with the database, which other servers change too: looks every few seconds whether anything is different. Writes down
/// when screens were seen, and keeps their event streams alive.
/// </summary>
internal sealed partial class KioskFleetSync(KioskFleet fleet, KioskQueries queries, TimeProvider time, ILogger<KioskFleetSync> logger) : BackgroundService
{
    private static readonly TimeSpan _tick = TimeSpan.FromSeconds(5);

    private static readonly TimeSpan _minute = TimeSpan.FromMinutes(1);

    /// <summary>Proxies close a line on which nothing was said for a minute.</summary>
    private static readonly TimeSpan _keepAlive = TimeSpan.FromSeconds(30);

    private long _stamp = -1;

    /// <summary>Before the first request is answered, so that after a restart every screen is known.</summary>
    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        await LoadIfChangedAsync(cancellationToken);
        await base.StartAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(_tick, time);
        var (saved, spoken) = (time.GetTimestamp(), time.GetTimestamp());
        while (await NextAsync(timer, stoppingToken))
        {
            if (time.GetElapsedTime(spoken) >= _keepAlive)
            {
                spoken = time.GetTimestamp();
                fleet.KeepStreamsAlive();
            }

            try
            {
                if (time.GetElapsedTime(saved) >= _minute)
                {
                    saved = time.GetTimestamp();
                    await SaveSeenAsync(stoppingToken);
                }

                await LoadIfChangedAsync(stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                break;
            }
            catch (Exception exception)
            {
                LogFailure(exception);
            }
        }
    }

    private static async Task<bool> NextAsync(PeriodicTimer timer, CancellationToken stoppingToken)
    {
        try
        {
            return await timer.WaitForNextTickAsync(stoppingToken);
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    private async Task LoadIfChangedAsync(CancellationToken cancellationToken)
    {
        // First the stamp: what changes meanwhile is read now and once more.
        var stamp = await queries.StampAsync(cancellationToken);
        if (stamp != _stamp)
        {
            fleet.Load(await queries.AllAsync(cancellationToken));
            _stamp = stamp;
        }
    }

    /// <summary>Other servers, and this one when it starts again, learn from it; their screens are read along.</summary>
    private async Task SaveSeenAsync(CancellationToken cancellationToken)
    {
        if (fleet.TakeSeen() is { Count: > 0 } seen)
        {
            await queries.SaveSeenAsync(seen, cancellationToken);
        }

        _stamp = -1;
    }

    [LoggerMessage(EventId = 801, Level = LogLevel.Warning, Message = "The registered screens could not be read; trying again")]
    private partial void LogFailure(Exception exception);
}
