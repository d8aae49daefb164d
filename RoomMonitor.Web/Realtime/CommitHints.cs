using System.Threading.Channels;
using RoomMonitor.Data.Outbox;

namespace RoomMonitor.Web.Realtime;

/// <summary>
/// What this process has committed and the tail has not published yet, and who waits for it. Stands between the two: the tail reads the
/// database, and whoever writes to the database tells it here.
/// </summary>
public sealed partial class CommitHints(TimeProvider time, ILogger<CommitHints> logger) : ICommitListener
{
    private static readonly TimeSpan _longestWait = TimeSpan.FromSeconds(2);

    private readonly Lock _gate = new();
    private readonly Channel<bool> _available = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
    private readonly Dictionary<long, TaskCompletionSource> _unpublished = [];

    private volatile bool _isTailed;

    /// <summary>A tail publishes what is committed; without one nobody waits for it.</summary>
    internal bool IsTailed { set => _isTailed = value; }

    public void Committed(IReadOnlyList<long> activityIds)
    {
        lock (_gate)
        {
            foreach (var id in activityIds)
            {
                _unpublished.TryAdd(id, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
            }
        }

        _available.Writer.TryWrite(true);
    }

    public async Task PublishedAsync(long activityId, CancellationToken cancellationToken)
    {
        if (_isTailed)
        {
            try
            {
                await PublicationOf(activityId).WaitAsync(_longestWait, time, cancellationToken);
            }
            catch (TimeoutException)
            {
                LogLate(activityId);
            }
        }
    }

    /// <summary>Until something was committed here, or the interval has passed.</summary>
    internal async Task WaitAsync(TimeSpan interval, CancellationToken cancellationToken)
    {
        using var elapsed = new CancellationTokenSource(interval, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(elapsed.Token, cancellationToken);
        try
        {
            await _available.Reader.ReadAsync(either.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            // The interval.
        }
    }

    internal HashSet<long> Take()
    {
        lock (_gate)
        {
            return [.. _unpublished.Keys];
        }
    }

    internal void Published(IEnumerable<long> ids)
    {
        lock (_gate)
        {
            foreach (var id in ids)
            {
                if (_unpublished.Remove(id, out var waiter))
                {
                    waiter.SetResult();
                }
            }
        }
    }

    private Task PublicationOf(long id)
    {
        lock (_gate)
        {
            return _unpublished.TryGetValue(id, out var waiter) ? waiter.Task : Task.CompletedTask;
        }
    }

    [LoggerMessage(EventId = 121, Level = LogLevel.Warning, Message = "Activity {ActivityId} was committed but is not published yet")]
    private partial void LogLate(long activityId);
}
