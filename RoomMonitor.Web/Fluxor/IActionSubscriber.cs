namespace Fluxor;

/// <summary>Calls back for actions themselves, after the reducers and before the effects, on the dispatching thread.</summary>
public interface IActionSubscriber
{
    /// <summary>Calls back for each action of type <typeparamref name="TAction"/> or derived from it.</summary>
    void SubscribeToAction<TAction>(object subscriber, Action<TAction> callback);

    /// <summary>Ends all subscriptions that were made for the subscriber.</summary>
    void UnsubscribeFromAllActions(object subscriber);

    /// <summary>Gives an object whose disposal is <see cref="UnsubscribeFromAllActions"/>.</summary>
    IDisposable GetActionUnsubscriberAsIDisposable(object subscriber);
}
