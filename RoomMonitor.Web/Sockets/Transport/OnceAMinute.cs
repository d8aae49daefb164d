namespace RoomMonitor.Web.Sockets.Transport;

/// <summary>Lets a warning through once a minute, with the number of times since the last one.</summary>
internal sealed class OnceAMinute(TimeProvider clock)
{
    private static readonly TimeSpan _interval = TimeSpan.FromMinutes(1);

    private readonly Lock _gate = new();
    private long? _last;
    private int _times;

    /// <returns>How often it happened since the last time; null where it isn't to be told now.</returns>
    public int? Count()
    {
        lock (_gate)
        {
            _times++;
            var now = clock.GetTimestamp();
            if (_last is { } last && clock.GetElapsedTime(last, now) < _interval)
            {
                return null;
            }

            _last = now;
            return Interlocked.Exchange(ref _times, 0);
        }
    }
}
