namespace Fluxor.Stores;

/// <summary>
/// Calls at once when the last call is long enough ago, and otherwise once at the end of the interval for all that came in it,
/// so the last change is always shown.
/// </summary>
internal sealed class NotificationThrottle(Action notify, Func<byte> maximumPerSecond, TimeProvider clock, Action<Exception> onLateFailure)
{
    private readonly Lock _gate = new();
    private ITimer? _timer;
    private long? _lastCall;
    private bool _pending;
    private bool _stopped;

    public void Invoke()
    {
        var maximum = maximumPerSecond();
        lock (_gate)
        {
            if (_stopped || _pending)
            {
                return;
            }

            if (maximum > 0 && _lastCall is { } last && TimeSpan.FromSeconds(1.0 / maximum) - clock.GetElapsedTime(last) is { Ticks: > 0 } wait)
            {
                _pending = true;
                _timer ??= clock.CreateTimer(_ => InvokeLate(), state: null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
                _timer.Change(wait, Timeout.InfiniteTimeSpan);
                return;
            }

            _lastCall = clock.GetTimestamp();
        }

        notify();
    }

    /// <summary>Ends it: nothing is called any more, a pending call neither.</summary>
    public void Stop()
    {
        lock (_gate)
        {
            _stopped = true;
            _timer?.Dispose();
        }
    }

    private void InvokeLate()
    {
        lock (_gate)
        {
            if (_stopped)
            {
                return;
            }

            // Before the call: a change during it asks for one more.
            _pending = false;
            _lastCall = clock.GetTimestamp();
        }

        try
        {
            notify();
        }
        catch (Exception failure)
        {
            // There is no caller of Dispatch on a timer's thread, and an exception let go there would end the process.
            onLateFailure(failure);
        }
    }
}
