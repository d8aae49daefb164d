using Microsoft.Extensions.Options;
using RoomMonitor.Data.Activity;
using RoomMonitor.Domain.Activity;

namespace RoomMonitor.Web.Realtime;

/// <summary>
/// The one source of changes for the board: tails the activity log, at once when this process has committed something, and at short
/// intervals for what other processes commit. What was rolled back is not in the log, so it is never told.
/// </summary>
public sealed partial class OccupancyTail(
    IActivityTail log,
    CommitHints hints,
    OccupancyBoard board,
    OccupancyBroadcaster broadcaster,
    OccupancyLoader loader,
    TimeProvider time,
    IOptions<RealtimeOptions> options,
    ILogger<OccupancyTail> logger) : BackgroundService
{
    private readonly HashSet<long> _publishedAhead = [];
    private long _position;
    private bool _isLoadDue;

    /// <summary>The board is loaded and what was committed up to a moment ago is on it.</summary>
    public bool IsCaughtUp { get; private set; }

    /// <summary>Loads the board before the first request is answered.</summary>
    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        _position = await log.PositionAsync(cancellationToken);
        broadcaster.Load(await loader.LoadAsync(cancellationToken));
        IsCaughtUp = true;
        hints.IsTailed = true;
        await base.StartAsync(cancellationToken);
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        hints.IsTailed = false;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var interval = TimeSpan.FromMilliseconds(options.Value.TailIntervalMilliseconds);
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await hints.WaitAsync(interval, stoppingToken);
                await CatchUpAsync(stoppingToken);
                IsCaughtUp = true;
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                break;
            }
            catch (Exception exception)
            {
                // The database is away: the log waits there, nothing is lost.
                IsCaughtUp = false;
                LogFailure(exception);
                await Task.Delay(interval, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    private async Task CatchUpAsync(CancellationToken cancellationToken)
    {
        _isLoadDue |= loader.IsDue(board);
        await LoadIfDueAsync(cancellationToken);
        var hinted = hints.Take();
        ActivityPage page;
        do
        {
            page = await log.ReadAsync(_position, cancellationToken);
            await PublishAsync([.. page.Entries.Where(entry => !_publishedAhead.Remove(entry.Id))], cancellationToken);
            _position = page.Position;
            await LoadIfDueAsync(cancellationToken);
            hinted.ExceptWith(page.Entries.Select(entry => entry.Id));
        }
        while (page.HasMore);

        if (hinted.Count > 0)
        {
            // Committed here, but still behind somebody's open transaction in the log's order: told now, skipped there.
            var ahead = await log.FindAsync(hinted, cancellationToken);
            await PublishAsync(ahead, cancellationToken);
            _publishedAhead.UnionWith(ahead.Select(entry => entry.Id));
            await LoadIfDueAsync(cancellationToken);

            // What is not there was taken back by a savepoint.
            hints.Published(hinted);
        }
    }

    /// <summary>Not in the midst of a page: what was told of it must not be told again when the database is away.</summary>
    private async Task LoadIfDueAsync(CancellationToken cancellationToken)
    {
        if (_isLoadDue)
        {
            broadcaster.Load(await loader.LoadAsync(cancellationToken));
            _isLoadDue = false;
        }
    }

    private async Task PublishAsync(IReadOnlyList<ActivityEntry> entries, CancellationToken cancellationToken)
    {
        if (entries.Any(entry => entry.Reservation is null))
        {
            // Rooms themselves have changed: rare, so everything is read anew.
            broadcaster.Load(await loader.LoadAsync(cancellationToken));
        }

        foreach (var transaction in Transactions(entries))
        {
            broadcaster.Apply(transaction);
            _isLoadDue |= transaction.Any(entry => board.ReachesPastHorizon(entry.Reservation!));
        }

        hints.Published(entries.Select(entry => entry.Id));
    }

    /// <summary>Entries of one transaction carry one instant.</summary>
    private static IEnumerable<List<ActivityEntry>> Transactions(IReadOnlyList<ActivityEntry> entries)
    {
        List<ActivityEntry> transaction = [];
        foreach (var entry in entries.Where(entry => entry.Reservation is not null))
        {
            if (transaction.Count > 0 && transaction[^1].CreatedAt != entry.CreatedAt)
            {
                yield return transaction;
                transaction = [];
            }

            transaction.Add(entry);
        }

        if (transaction.Count > 0)
        {
            yield return transaction;
        }
    }

    [LoggerMessage(EventId = 120, Level = LogLevel.Error, Message = "The activity log could not be read; trying again")]
    private partial void LogFailure(Exception exception);
}
