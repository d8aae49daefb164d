using Fluxor;

namespace RoomMonitor.Tests.Store;

public static class CounterReducers
{
    [ReducerMethod(typeof(Incremented))]
    public static CounterState OnIncremented(CounterState state) => state with { Count = state.Count + 1 };

    [ReducerMethod(typeof(ResetToZero))]
    public static CounterState OnReset(CounterState state) => state.Count == 0 ? state : state with { Count = 0 };

    [ReducerMethod]
    public static CounterState OnNoted(CounterState state, Noted action) => state with { Trace = state.Trace + action.Text };

    [ReducerMethod]
    public static CounterState OnAdded(CounterState state, AddedStruct action) => state with { Count = state.Count + action.By };

    [ReducerMethod]
    public static CounterState OnLettered(CounterState state, Lettered action) => state with { Trace = state.Trace + "base:" + action.Mark + ";" };

    [ReducerMethod]
    public static CounterState OnTraced(CounterState state, ITraced action) => state with { Trace = state.Trace + "interface:" + action.Mark + ";" };

    [ReducerMethod(typeof(Broken))]
    public static CounterState OnBroken(CounterState state) => throw new InvalidOperationException("reducer of " + state.Count);
}
