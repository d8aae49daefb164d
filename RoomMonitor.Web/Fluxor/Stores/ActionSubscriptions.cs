namespace Fluxor.Stores;

/// <summary>Who wants to be called for which actions.</summary>
internal sealed class ActionSubscriptions
{
    private readonly Lock _gate = new();
    private readonly List<Subscription> _subscriptions = [];

    public void Add<TAction>(object subscriber, Action<TAction> callback)
    {
        ArgumentNullException.ThrowIfNull(subscriber);
        ArgumentNullException.ThrowIfNull(callback);
        lock (_gate)
        {
            _subscriptions.Add(new Subscription<TAction>(subscriber, callback));
        }
    }

    public void Remove(object subscriber)
    {
        ArgumentNullException.ThrowIfNull(subscriber);
        lock (_gate)
        {
            foreach (var subscription in _subscriptions.Where(one => ReferenceEquals(one.Subscriber, subscriber)))
            {
                subscription.Ended = true;
            }

            _subscriptions.RemoveAll(one => one.Ended);
        }
    }

    public void Notify(object action)
    {
        Subscription[] wanted;
        lock (_gate)
        {
            wanted = _subscriptions.Count == 0 ? [] : [.. _subscriptions.Where(one => one.Wants(action))];
        }

        foreach (var subscription in wanted)
        {
            // A callback before this one may have ended it.
            if (!subscription.Ended)
            {
                subscription.Call(action);
            }
        }
    }

    private abstract class Subscription(object subscriber)
    {
        private volatile bool _ended;

        public object Subscriber { get; } = subscriber;

        public bool Ended
        {
            get => _ended;
            set => _ended = value;
        }

        public abstract bool Wants(object action);

        public abstract void Call(object action);
    }

    private sealed class Subscription<TAction>(object subscriber, Action<TAction> callback) : Subscription(subscriber)
    {
        public override bool Wants(object action) => action is TAction;

        public override void Call(object action) => callback((TAction)action);
    }
}
