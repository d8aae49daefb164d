using Fluxor.Stores;

namespace Fluxor.DependencyInjection;

/// <summary>A feature that the scan found, with its reducers.</summary>
internal abstract class FeatureDefinition
{
    public abstract void AddReducer(Func<IServiceProvider, object> create);

    public abstract void Register(IServiceCollection services);

    public abstract IStoreFeature Resolve(IServiceProvider provider);

    public abstract void Connect(IServiceProvider provider, Action<Exception> onLateFailure);
}

/// <inheritdoc/>
internal sealed class FeatureDefinition<TState>(Func<IServiceProvider, Feature<TState>> create) : FeatureDefinition
{
    private readonly List<Func<IServiceProvider, IReducer<TState>>> _reducers = [];

    public override void AddReducer(Func<IServiceProvider, object> create) =>
        _reducers.Add(provider => (IReducer<TState>)create(provider));

    public override void Register(IServiceCollection services)
    {
        services.AddScoped(create);
        services.AddScoped<IState<TState>>(provider => provider.GetRequiredService<Feature<TState>>());
    }

    public override IStoreFeature Resolve(IServiceProvider provider) => provider.GetRequiredService<Feature<TState>>();

    public override void Connect(IServiceProvider provider, Action<Exception> onLateFailure) =>
        provider.GetRequiredService<Feature<TState>>().Connect(
            _reducers.ConvertAll(reducer => reducer(provider)),
            provider.GetRequiredService<TimeProvider>(),
            onLateFailure);
}
