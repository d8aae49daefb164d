using System.Collections.ObjectModel;
using Fluxor.DependencyInjection;
using UnhandledExceptionEventArgs = Fluxor.Exceptions.UnhandledExceptionEventArgs;

namespace Fluxor.Stores;

/// <summary>The store of one scope. Reducers and effects are made when it is initialised, so that a prerender pays for none.</summary>
internal sealed class Store : IStore, IDisposable
{
    private readonly IServiceProvider _provider;
    private readonly StoreBlueprint _blueprint;
    private readonly Dispatcher _dispatcher;
    private readonly IStoreFeature[] _features;
    private readonly ActionSubscriptions _subscriptions = new();
    private readonly TaskCompletionSource _initialized = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private IEffect[] _effects = [];
    private int _initializing;

    public Store(IServiceProvider provider, StoreBlueprint blueprint, Dispatcher dispatcher)
    {
        _provider = provider;
        _blueprint = blueprint;
        _dispatcher = dispatcher;
        _features = [.. blueprint.Features.Select(feature => feature.Resolve(provider))];
        Features = new ReadOnlyDictionary<string, IFeature>(_features.ToDictionary(feature => feature.GetName(), IFeature (feature) => feature));
    }

    public event EventHandler<UnhandledExceptionEventArgs>? UnhandledException;

    public IReadOnlyDictionary<string, IFeature> Features { get; }

    public Task Initialized => _initialized.Task;

    public Task InitializeAsync()
    {
        if (Interlocked.Exchange(ref _initializing, 1) == 1)
        {
            return Initialized;
        }

        try
        {
            foreach (var feature in _blueprint.Features)
            {
                feature.Connect(_provider, failure => _ = RunAsync(() => Task.FromException(failure)));
            }

            _effects = [.. _blueprint.Effects.Select(effect => effect(_provider))];
            _dispatcher.Open(Process, new StoreInitializedAction());
            return Task.CompletedTask;
        }
        catch (Exception failure)
        {
            return Task.FromException(failure);
        }
        finally
        {
            _initialized.TrySetResult();
        }
    }

    public void SubscribeToAction<TAction>(object subscriber, Action<TAction> callback) =>
        _subscriptions.Add(subscriber, callback);

    public void UnsubscribeFromAllActions(object subscriber) => _subscriptions.Remove(subscriber);

    public IDisposable GetActionUnsubscriberAsIDisposable(object subscriber) => new ActionUnsubscriber(_subscriptions, subscriber);

    public void Dispose()
    {
        _dispatcher.Close();
        foreach (var feature in _features)
        {
            feature.Close();
        }
    }

    private void Process(object action)
    {
        foreach (var feature in _features)
        {
            feature.Receive(action);
        }

        _subscriptions.Notify(action);
        foreach (var effect in _effects)
        {
            if (effect.Handles(action))
            {
                _ = RunAsync(() => effect.HandleAsync(action, _dispatcher));
            }
        }
    }

    private async Task RunAsync(Func<Task> work)
    {
        try
        {
            await work();
        }
        catch (Exception failure)
        {
            var handlers = UnhandledException;
            if (handlers is null)
            {
                // With nobody to tell, the task stays faulted and the runtime reports it as unobserved.
                throw;
            }

            handlers(this, new UnhandledExceptionEventArgs(failure));
        }
    }
}
