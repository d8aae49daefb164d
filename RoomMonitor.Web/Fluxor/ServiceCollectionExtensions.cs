using Fluxor.DependencyInjection;
using Fluxor.Stores;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Fluxor;

/// <summary>Registers the store.</summary>
public static class ServiceCollectionExtensions
{
    /// <summary>
    /// Adds the store and what the configured scan finds, all scoped but <see cref="IStateSelection{TState,TValue}"/> (transient).
    /// The types are looked at here, once; making a store for a scope needs no further search. To be called once.
    /// </summary>
    /// <exception cref="InvalidOperationException">A scanned type is wrong (the message names it), or this is the second call.</exception>
    public static IServiceCollection AddFluxor(this IServiceCollection services, Action<FluxorOptions>? configure = null)
    {
        if (services.Any(service => service.ServiceType == typeof(StoreBlueprint)))
        {
            throw new InvalidOperationException("AddFluxor was already called: scan everything in one call.");
        }

        var options = new FluxorOptions();
        configure?.Invoke(options);
        var blueprint = new TypeScanner(services).Scan(options.Types);
        foreach (var feature in blueprint.Features)
        {
            feature.Register(services);
        }

        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(blueprint);
        services.AddScoped<Dispatcher>();
        services.AddScoped<IDispatcher>(provider => provider.GetRequiredService<Dispatcher>());
        services.AddScoped<Store>();
        services.AddScoped<IStore>(provider => provider.GetRequiredService<Store>());
        services.AddScoped<IActionSubscriber>(provider => provider.GetRequiredService<Store>());
        services.AddTransient(typeof(IStateSelection<,>), typeof(StateSelection<,>));
        return services;
    }
}
