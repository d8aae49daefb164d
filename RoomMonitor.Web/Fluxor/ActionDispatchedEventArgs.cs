namespace Fluxor;

/// <summary>Carries an action that was handed to <see cref="IDispatcher.Dispatch"/>.</summary>
public sealed class ActionDispatchedEventArgs(object action) : EventArgs
{
    /// <summary>The dispatched action.</summary>
    public object Action { get; } = action;
}
