using System.Threading.Channels;
using Microsoft.Extensions.Time.Testing;

namespace RoomMonitor.Tests.State;

/// <summary>A fake clock that tells of each timer, so that a test knows when the code under test has begun to wait.</summary>
internal sealed class TrackedTimeProvider(DateTimeOffset start) : FakeTimeProvider(start)
{
    private readonly Channel<TimeSpan> _timers = Channel.CreateUnbounded<TimeSpan>();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = base.CreateTimer(callback, state, dueTime, period);
        _timers.Writer.TryWrite(dueTime);
        return timer;
    }

    /// <summary>Waits until a timer of this length has been made.</summary>
    public async Task TimerAsync(TimeSpan dueTime)
    {
        using var deadline = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (await _timers.Reader.ReadAsync(deadline.Token) != dueTime)
        {
        }
    }
}
