using System.Reflection;

namespace Fluxor.Stores;

/// <summary>A <see cref="ReducerMethodAttribute"/> method, called through a delegate.</summary>
internal sealed class MethodReducer<TState, TAction> : Reducer<TState, TAction>
{
    private readonly Func<TState, TAction, TState> _reduce;

    public MethodReducer(MethodInfo method, object? target)
    {
        if (method.GetParameters().Length == 2)
        {
            _reduce = method.CreateDelegate<Func<TState, TAction, TState>>(target);
            return;
        }

        var reduce = method.CreateDelegate<Func<TState, TState>>(target);
        _reduce = (state, _) => reduce(state);
    }

    public override TState Reduce(TState state, TAction action) => _reduce(state, action);
}
