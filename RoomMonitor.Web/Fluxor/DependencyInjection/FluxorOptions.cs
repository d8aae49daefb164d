using System.Reflection;

namespace Fluxor.DependencyInjection;

/// <summary>Says where features, reducers and effects are looked for.</summary>
public sealed class FluxorOptions
{
    private readonly List<Type> _types = [];

    internal IEnumerable<Type> Types => _types.Distinct();

    /// <summary>Looks through all classes of the assemblies.</summary>
    public FluxorOptions ScanAssemblies(Assembly assemblyToScan, params Assembly[] additionalAssembliesToScan)
    {
        foreach (var assembly in additionalAssembliesToScan.Prepend(assemblyToScan))
        {
            _types.AddRange(assembly.GetTypes());
        }

        return this;
    }

    /// <summary>Looks at the given classes.</summary>
    public FluxorOptions ScanTypes(Type typeToScan, params Type[] additionalTypesToScan)
    {
        _types.AddRange(additionalTypesToScan.Prepend(typeToScan));
        return this;
    }
}
