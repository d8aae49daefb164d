namespace Fluxor.Stores;

/// <summary>An effect whose action's type is known only to itself.</summary>
internal interface IEffect
{
    bool Handles(object action);

    Task HandleAsync(object action, IDispatcher dispatcher);
}
