namespace RoomMonitor.Web.Sockets;

/// <summary>Counts a client's messages in a sliding window. Costs nothing for a client that never says anything.</summary>
internal sealed class MessageWindow(int limit, TimeSpan window, TimeProvider clock)
{
    private long[]? _times;
    private int _count;

    /// <returns>False where this is one message too many.</returns>
    public bool TryCount()
    {
        _times ??= new long[limit];
        var now = clock.GetTimestamp();
        ref var oldest = ref _times[_count % limit];
        if (_count >= limit && clock.GetElapsedTime(oldest, now) < window)
        {
            return false;
        }

        oldest = now;
        _count = _count == (2 * limit) - 1 ? limit : _count + 1;
        return true;
    }
}
