using System.Runtime.CompilerServices;
using Fluxor.Stores;

namespace Fluxor;

/// <summary>
/// One part of the store's state. Usually written as <see cref="FeatureStateAttribute"/> on the state's class; deriving from this class
/// does the same by hand (the derived class is a scoped service).
/// </summary>
public abstract class Feature<TState> : IFeature, IState<TState>, IStoreFeature
{
    private IReadOnlyList<IReducer<TState>> _reducers = [];
    private NotificationThrottle? _throttle;

    // Boxed, so that a reader on another thread never sees half a struct; written by the one dequeuing thread alone.
    private volatile StrongBox<TState>? _state;

    /// <inheritdoc/>
    public event EventHandler? StateChanged;

    /// <summary>The current state.</summary>
    public TState State => (_state ?? Initial()).Value!;

    /// <summary>At most so many notifications a second, the last change always among them; 0: each change notifies.</summary>
    public virtual byte MaximumStateChangedNotificationsPerSecond { get; set; }

    TState IState<TState>.Value => State;

    /// <inheritdoc/>
    public abstract string GetName();

    /// <inheritdoc/>
    public object? GetState() => State;

    /// <inheritdoc/>
    public Type GetStateType() => typeof(TState);

    void IStoreFeature.Receive(object action)
    {
        var before = State;
        var after = before;
        foreach (var reducer in _reducers)
        {
            after = reducer.Reduce(after, action);
        }

        if (ReferenceEquals(before, after))
        {
            return;
        }

        _state = new StrongBox<TState>(after);
        _throttle?.Invoke();
    }

    void IStoreFeature.Close() => _throttle?.Stop();

    internal void Connect(IReadOnlyList<IReducer<TState>> reducers, TimeProvider clock, Action<Exception> onLateFailure)
    {
        _throttle = new NotificationThrottle(
            () => StateChanged?.Invoke(this, EventArgs.Empty),
            () => MaximumStateChangedNotificationsPerSecond,
            clock,
            onLateFailure);
        _reducers = reducers;
    }

    /// <summary>The state that the feature starts with.</summary>
    protected abstract TState GetInitialState();

    private StrongBox<TState> Initial()
    {
        var initial = new StrongBox<TState>(GetInitialState());
#pragma warning disable CS0420 // Interlocked is itself a full fence.
        return Interlocked.CompareExchange(ref _state, initial, null) ?? initial;
#pragma warning restore CS0420
    }
}
