namespace RoomMonitor.Web.Rooms;

/// <summary>
/// Whether the monitor's order has to stay as it is: while pointer or focus is in the list, and until both have been away for
/// <see cref="Patience"/>. A finger points only while it touches: it stays for <see cref="TouchPatience"/> after it.
/// </summary>
/// <param name="released">Told, on any thread, when the order is free again.</param>
public sealed class OrderFreeze(TimeProvider clock, Action released) : IDisposable
{
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    /// <summary>Somebody who scrolls by touch reads, and touches again, without a pointer that would say so.</summary>
    public static readonly TimeSpan TouchPatience = TimeSpan.FromSeconds(30);

    private readonly Lock _gate = new();
    private ITimer? _timer;
    private bool _hasPointer;
    private bool _hasFocus;
    private bool _isWaiting;
    private TimeSpan _patience = Patience;

    public bool IsFrozen
    {
        get
        {
            lock (_gate)
            {
                return _hasPointer || _hasFocus || _isWaiting;
            }
        }
    }

    public void PointerMoved(bool isInside, bool isTouch = false)
    {
        lock (_gate)
        {
            _hasPointer = isInside;
            _patience = isTouch ? TouchPatience : Patience;
            Wait();
        }
    }

    public void FocusMoved(bool isInside)
    {
        lock (_gate)
        {
            _hasFocus = isInside;
            Wait();
        }
    }

    public void Dispose()
    {
        lock (_gate)
        {
            _timer?.Dispose();
        }
    }

    private void Wait()
    {
        _isWaiting = !_hasPointer && !_hasFocus;
        _timer ??= clock.CreateTimer(_ => Release(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        _timer.Change(_isWaiting ? _patience : Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    private void Release()
    {
        lock (_gate)
        {
            if (!_isWaiting)
            {
                return;
            }

            _isWaiting = false;
        }

        released();
    }
}
