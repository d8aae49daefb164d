using System.Threading.Channels;

namespace RoomMonitor.Web.Realtime;

/// <summary>What this process has committed and the tail has not published yet, and who waits for it.</summary>
internal sealed class CommitHints
{
    private readonly Lock _gate = new();
    private readonly Channel<bool> _available = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
    private readonly Dictionary<long, TaskCompletionSource> _unpublished = [];

    public void Add(IReadOnlyList<long> ids)
    {
        lock (_gate)
        {
            foreach (var id in ids)
            {
                _unpublished.TryAdd(id, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
            }
        }

        _available.Writer.TryWrite(true);
    }

    /// <summary>Until something was committed here, or the interval has passed.</summary>
    public async Task WaitAsync(TimeSpan interval, TimeProvider time, CancellationToken cancellationToken)
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

    public HashSet<long> Take()
    {
        lock (_gate)
        {
            return [.. _unpublished.Keys];
        }
    }

    public Task PublishedAsync(long id)
    {
        lock (_gate)
        {
            return _unpublished.TryGetValue(id, out var waiter) ? waiter.Task : Task.CompletedTask;
        }
    }

    public void Published(IEnumerable<long> ids)
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
}
