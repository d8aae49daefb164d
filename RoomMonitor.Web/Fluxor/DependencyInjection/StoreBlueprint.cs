using Fluxor.Stores;

namespace Fluxor.DependencyInjection;

/// <summary>What the scan found: all that a new scope needs to make its store.</summary>
internal sealed record StoreBlueprint(
    IReadOnlyCollection<FeatureDefinition> Features,
    IReadOnlyList<Func<IServiceProvider, IEffect>> Effects);
