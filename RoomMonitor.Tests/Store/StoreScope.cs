using Fluxor;
using Microsoft.Extensions.DependencyInjection;

namespace RoomMonitor.Tests.Store;

/// <summary>A store in a scope of its own, made as an application makes it.</summary>
internal sealed class StoreScope : IAsyncDisposable
{
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly ServiceProvider _provider;
    private readonly AsyncServiceScope _scope;

    private StoreScope(ServiceProvider provider)
    {
        _provider = provider;
        _scope = provider.CreateAsyncScope();
    }

    public IDispatcher Dispatcher => Get<IDispatcher>();

    public IStore Store => Get<IStore>();

    public CounterState Counter => Get<IState<CounterState>>().Value;

    /// <summary>A store of the counter and the given types, not yet initialised.</summary>
    public static StoreScope Create(params Type[] types) => Create(_ => { }, types);

    public static StoreScope Create(Action<IServiceCollection> configure, params Type[] types)
    {
        var services = new ServiceCollection();
        services.AddScoped<Journal>();
        configure(services);
        services.AddFluxor(options => options.ScanTypes(typeof(CounterState), [typeof(CounterReducers), .. types]));
        return new StoreScope(services.BuildServiceProvider(validateScopes: true));
    }

    public static async Task<StoreScope> StartAsync(params Type[] types)
    {
        var scope = Create(types);
        await scope.Store.InitializeAsync();
        return scope;
    }

    public T Get<T>()
        where T : notnull => _scope.ServiceProvider.GetRequiredService<T>();

    public AsyncServiceScope AnotherScope() => _provider.CreateAsyncScope();

    public async ValueTask DisposeAsync()
    {
        await _scope.DisposeAsync();
        await _provider.DisposeAsync();
    }
}
