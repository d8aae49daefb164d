using Fluxor;

namespace RoomMonitor.Tests.Store;

/// <summary>A state that knows how many handlers it has.</summary>
internal sealed class CountingState(CounterState value) : IState<CounterState>
{
    public event EventHandler? StateChanged
    {
        add => Handlers++;
        remove => Handlers--;
    }

    public int Handlers { get; private set; }

    public CounterState Value { get; } = value;
}
