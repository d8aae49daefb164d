using System.Threading.Channels;
using Fluxor;

namespace RoomMonitor.Tests.State;

/// <summary>Keeps what is dispatched, in order.</summary>
internal sealed class RecordingDispatcher : IDispatcher
{
    private readonly Channel<object> _actions = Channel.CreateUnbounded<object>();

    public event EventHandler<ActionDispatchedEventArgs>? ActionDispatched;

    /// <summary>Thrown instead of taking the next action.</summary>
    public Exception? Failure { get; set; }

    public bool IsEmpty => _actions.Reader.Count == 0;

    public void Dispatch(object action)
    {
        if (Failure is { } failure)
        {
            throw failure;
        }

        _actions.Writer.TryWrite(action);
        ActionDispatched?.Invoke(this, new ActionDispatchedEventArgs(action));
    }

    public async Task<T> NextAsync<T>()
    {
        using var deadline = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        return (await _actions.Reader.ReadAsync(deadline.Token)).Should().BeOfType<T>().Subject;
    }
}
