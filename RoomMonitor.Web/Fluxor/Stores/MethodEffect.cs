using System.Reflection;

namespace Fluxor.Stores;

/// <summary>
/// An <see cref="EffectMethodAttribute"/> method, called through a delegate. The object it belongs to is asked for when the first action
/// comes: most circuits only look, and need none.
/// </summary>
internal sealed class MethodEffect<TAction>(MethodInfo method, Func<object>? target) : Effect<TAction>
{
    private readonly Lazy<Func<TAction, IDispatcher, Task>> _handle = new(() => Bind(method, target?.Invoke()));

    public override Task HandleAsync(TAction action, IDispatcher dispatcher) => _handle.Value(action, dispatcher);

    private static Func<TAction, IDispatcher, Task> Bind(MethodInfo method, object? target)
    {
        if (method.GetParameters().Length == 2)
        {
            return method.CreateDelegate<Func<TAction, IDispatcher, Task>>(target);
        }

        var handle = method.CreateDelegate<Func<IDispatcher, Task>>(target);
        return (_, dispatcher) => handle(dispatcher);
    }
}
