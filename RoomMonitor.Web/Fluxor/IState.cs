namespace Fluxor;

/// <summary>The current state of one feature; scoped.</summary>
public interface IState<TState> : IStateChangedNotifier
{
    /// <summary>The state as of now; the initial state until the store is initialised.</summary>
    TState Value { get; }
}
