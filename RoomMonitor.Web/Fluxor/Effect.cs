using Fluxor.Stores;

namespace Fluxor;

/// <summary>An effect written as a class of its own, in place of an <see cref="EffectMethodAttribute"/>; a scoped service.</summary>
public abstract class Effect<TTriggerAction> : IEffect
{
    /// <summary>Runs after the reducers; nobody awaits it, and its exceptions go to <see cref="IStore.UnhandledException"/>.</summary>
    public abstract Task HandleAsync(TTriggerAction action, IDispatcher dispatcher);

    bool IEffect.Handles(object action) => action is TTriggerAction;

    Task IEffect.HandleAsync(object action, IDispatcher dispatcher) => HandleAsync((TTriggerAction)action, dispatcher);
}
