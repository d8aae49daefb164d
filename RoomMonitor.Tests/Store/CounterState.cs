using Fluxor;

namespace RoomMonitor.Tests.Store;

[FeatureState(Name = "Counter")]
public sealed record CounterState
{
    private CounterState()
    {
    }

    public int Count { get; init; }

    public string Trace { get; init; } = "";
}
