using Fluxor.Stores;

namespace Fluxor;

/// <summary>A reducer written as a class of its own, in place of a <see cref="ReducerMethodAttribute"/>; a scoped service.</summary>
public abstract class Reducer<TState, TAction> : IReducer<TState>
{
    /// <summary>Gives the state after the action; the same instance when nothing changes.</summary>
    public abstract TState Reduce(TState state, TAction action);

    TState IReducer<TState>.Reduce(TState state, object action) => action is TAction own ? Reduce(state, own) : state;
}
