namespace Fluxor.Stores;

/// <summary>Ends a subscriber's subscriptions when it is disposed.</summary>
internal sealed class ActionUnsubscriber(ActionSubscriptions subscriptions, object subscriber) : IDisposable
{
    public void Dispose() => subscriptions.Remove(subscriber);
}
