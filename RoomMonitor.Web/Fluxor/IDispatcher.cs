namespace Fluxor;

/// <summary>The way in to the store: what happened is told to it as an action.</summary>
public interface IDispatcher
{
    /// <summary>Raised on the dispatching thread for each action, also while the store is not yet initialised.</summary>
    event EventHandler<ActionDispatchedEventArgs>? ActionDispatched;

    /// <summary>
    /// Queues the action and, unless another thread is already working the queue, reduces it before returning. Actions wait
    /// until <see cref="IStore.InitializeAsync"/>; after the scope is disposed they are ignored. An exception of a reducer or of a
    /// handler ends the work on its action, and is thrown here once the queue is empty (several as an <see cref="AggregateException"/>).
    /// </summary>
    void Dispatch(object action);
}
