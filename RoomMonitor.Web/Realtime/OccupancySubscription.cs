namespace RoomMonitor.Web.Realtime;

/// <summary>
/// One subscriber's bounded queue of updates. The publisher never waits for it: on overflow the queue is replaced by the latest
/// state. One reader at a time.
/// </summary>
public sealed class OccupancySubscription : IDisposable
{
    private readonly Lock _gate = new();
    private readonly SemaphoreSlim _available = new(0, 1);
    private readonly Action<OccupancySubscription> _unsubscribe;
    private readonly int _capacity;
    private List<OccupancyUpdate> _queue = [];
    private OccupancySnapshot _latest;
    private bool _overflowed;
    private bool _disposed;

    internal OccupancySubscription(OccupancySnapshot initial, int capacity, Action<OccupancySubscription> unsubscribe)
    {
        Initial = initial;
        _latest = initial;
        _capacity = capacity;
        _unsubscribe = unsubscribe;
    }

    /// <summary>The board at the moment of subscription: the first update follows it without a gap.</summary>
    public OccupancySnapshot Initial { get; }

    /// <summary>Waits until there is something, then hands over all of it.</summary>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public async ValueTask<OccupancyBatch> ReadAsync(CancellationToken cancellationToken)
    {
        await _available.WaitAsync(cancellationToken);
        lock (_gate)
        {
            var batch = new OccupancyBatch(_latest, _queue, _overflowed);
            _queue = [];
            _overflowed = false;
            return batch;
        }
    }

    public void Dispose()
    {
        lock (_gate)
        {
            if (_disposed)
            {
                return;
            }

            _disposed = true;
            _queue = [];
        }

        _unsubscribe(this);
    }

    internal void Offer(OccupancyUpdate update)
    {
        lock (_gate)
        {
            if (_disposed)
            {
                return;
            }

            _latest = update.Snapshot;
            if (_overflowed || _queue.Count == _capacity)
            {
                _overflowed = true;
                _queue = [];
            }
            else
            {
                _queue.Add(update);
            }

            if (_available.CurrentCount == 0)
            {
                _available.Release();
            }
        }
    }
}
