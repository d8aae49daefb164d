using System.Collections.Concurrent;
using System.Reflection;
using Fluxor.Stores;
using Microsoft.AspNetCore.Components;

namespace Fluxor.Blazor.Web.Components;

/// <summary>The properties of a component that hold state: public, private and inherited ones; looked up once per class.</summary>
internal static class StateProperties
{
    private static readonly ConcurrentDictionary<Type, PropertyInfo[]> _known = new();

    /// <summary>All states that the component holds now.</summary>
    public static IStateChangedNotifier[] In(IComponent component) =>
        [.. ValuesOf(component, _ => true).OfType<IStateChangedNotifier>().Distinct()];

    /// <summary>Those that were injected for the component alone.</summary>
    public static IEnumerable<IOwnedByComponent> OwnedBy(IComponent component) =>
        ValuesOf(component, property => property.IsDefined(typeof(InjectAttribute))).OfType<IOwnedByComponent>();

    private static IEnumerable<object?> ValuesOf(IComponent component, Func<PropertyInfo, bool> filter) =>
        _known.GetOrAdd(component.GetType(), Find).Where(filter).Select(property => property.GetValue(component));

    private static PropertyInfo[] Find(Type component)
    {
        // Level by level, because private properties of a base class aren't among its heirs' own.
        const BindingFlags Declared = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.DeclaredOnly;
        var found = new List<PropertyInfo>();
        for (var type = component; type is not null; type = type.BaseType)
        {
            found.AddRange(type.GetProperties(Declared).Where(property =>
                property.CanRead
                && property.GetIndexParameters().Length == 0
                && property.PropertyType.IsAssignableTo(typeof(IStateChangedNotifier))));
        }

        return [.. found];
    }
}
