using System.Reflection;

namespace Fluxor.Stores;

/// <summary>An <see cref="EffectMethodAttribute"/> method, called through a delegate.</summary>
internal sealed class MethodEffect<TAction> : Effect<TAction>
{
    private readonly Func<TAction, IDispatcher, Task> _handle;

    public MethodEffect(MethodInfo method, object? target)
    {
        if (method.GetParameters().Length == 2)
        {
            _handle = method.CreateDelegate<Func<TAction, IDispatcher, Task>>(target);
            return;
        }

        var handle = method.CreateDelegate<Func<IDispatcher, Task>>(target);
        _handle = (_, dispatcher) => handle(dispatcher);
    }

    public override Task HandleAsync(TAction action, IDispatcher dispatcher) => _handle(action, dispatcher);
}
