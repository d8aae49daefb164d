namespace Fluxor.Stores;

/// <summary>A reducer that gives back the same state for actions of other types.</summary>
internal interface IReducer<TState>
{
    TState Reduce(TState state, object action);
}
