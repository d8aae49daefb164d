namespace RoomMonitor.Web.Features.Notifications;

/// <summary>The time that a toast has left, which stands still while it is paused.</summary>
internal sealed class ToastLife(TimeProvider time, Action ended) : IDisposable
{
    private ITimer? _timer;
    private TimeSpan? _left;
    private long _since;
    private bool _isPaused;

    /// <summary>Begins, or begins anew. Null: it stays.</summary>
    public void Start(TimeSpan? length)
    {
        _left = length;
        Run();
    }

    public void Pause(bool isPaused)
    {
        if (isPaused == _isPaused)
        {
            return;
        }

        _isPaused = isPaused;
        if (isPaused && _left is { } left)
        {
            left -= time.GetElapsedTime(_since);
            _left = left > TimeSpan.Zero ? left : TimeSpan.Zero;
        }

        Run();
    }

    public void Dispose() => _timer?.Dispose();

    private void Run()
    {
        _since = time.GetTimestamp();
        _timer ??= time.CreateTimer(_ => ended(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        _timer.Change(_isPaused || _left is null ? Timeout.InfiniteTimeSpan : _left.Value, Timeout.InfiniteTimeSpan);
    }
}
