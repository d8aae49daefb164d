using System.Reflection;
using Fluxor.Stores;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Fluxor.DependencyInjection;

/// <summary>Finds features, reducers and effects among types, and registers the classes that must be services for them.</summary>
internal sealed class TypeScanner(IServiceCollection services)
{
    private readonly Dictionary<Type, FeatureDefinition> _features = [];
    private readonly List<(Type State, object Source, Func<IServiceProvider, object> Create)> _reducers = [];
    private readonly List<Func<IServiceProvider, IEffect>> _effects = [];

    public StoreBlueprint Scan(IEnumerable<Type> types)
    {
        foreach (var type in types.Where(type => type.IsClass))
        {
            AddState(type);
            AddMethods(type);
            if (!type.IsAbstract && !type.IsGenericTypeDefinition)
            {
                AddClass(type);
            }
        }

        // A reducer may have been found before its state: they meet here.
        foreach (var (state, source, create) in _reducers)
        {
            if (!_features.TryGetValue(state, out var feature))
            {
                throw new InvalidOperationException($"{source} reduces {state}, which no scanned feature holds.");
            }

            feature.AddReducer(create);
        }

        return new StoreBlueprint([.. _features.Values], _effects);
    }

    private void AddState(Type type)
    {
        if (type.GetCustomAttribute<FeatureStateAttribute>() is { } attribute)
        {
            AddFeature(type, CallGeneric(nameof(DefineFromAttribute), type, attribute));
        }
    }

    /// <summary>Takes the classes that derive from Feature, Reducer or Effect.</summary>
    private void AddClass(Type type)
    {
        for (var ancestor = type.BaseType; ancestor is not null; ancestor = ancestor.BaseType)
        {
            var definition = ancestor.IsGenericType ? ancestor.GetGenericTypeDefinition() : null;
            if (definition == typeof(Feature<>))
            {
                services.TryAddScoped(type);
                var state = ancestor.GenericTypeArguments[0];
                AddFeature(state, CallGeneric(nameof(DefineFromClass), state, type));
            }
            else if (definition == typeof(Reducer<,>))
            {
                services.TryAddScoped(type);
                _reducers.Add((ancestor.GenericTypeArguments[0], type, provider => provider.GetRequiredService(type)));
            }
            else if (definition == typeof(Effect<>))
            {
                services.TryAddScoped(type);
                _effects.Add(provider => (IEffect)provider.GetRequiredService(type));
            }
        }
    }

    private void AddMethods(Type type)
    {
        const BindingFlags Declared = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly;
        foreach (var method in type.GetMethods(Declared))
        {
            if (method.GetCustomAttribute<ReducerMethodAttribute>() is { } reducer)
            {
                var action = StoreMethods.ActionOfReducer(method, reducer.ActionType);
                var implementation = typeof(MethodReducer<,>).MakeGenericType(method.ReturnType, action);
                _reducers.Add((method.ReturnType, StoreMethods.NameOf(method), BindReducer(method, implementation)));
            }

            if (method.GetCustomAttribute<EffectMethodAttribute>() is { } effect)
            {
                var action = StoreMethods.ActionOfEffect(method, effect.ActionType);
                _effects.Add(BindEffect(method, typeof(MethodEffect<>).MakeGenericType(action)));
            }
        }
    }

    /// <summary>A static method is bound once for all scopes, an instance's to its scoped service.</summary>
    private Func<IServiceProvider, object> BindReducer(MethodInfo method, Type implementation)
    {
        if (method.IsStatic)
        {
            var shared = Activator.CreateInstance(implementation, method, null)!;
            return _ => shared;
        }

        var host = method.DeclaringType!;
        services.TryAddScoped(host);
        return provider => Activator.CreateInstance(implementation, method, provider.GetRequiredService(host))!;
    }

    private Func<IServiceProvider, IEffect> BindEffect(MethodInfo method, Type implementation)
    {
        if (method.IsStatic)
        {
            var shared = (IEffect)Activator.CreateInstance(implementation, method, null)!;
            return _ => shared;
        }

        var host = method.DeclaringType!;
        services.TryAddScoped(host);
        return provider => (IEffect)Activator.CreateInstance(implementation, method, (Func<object>)(() => provider.GetRequiredService(host)))!;
    }

    private void AddFeature(Type state, FeatureDefinition definition)
    {
        if (!_features.TryAdd(state, definition))
        {
            throw new InvalidOperationException($"Two features hold the state {state}.");
        }
    }

    private static FeatureDefinition CallGeneric(string name, Type state, object argument) =>
        (FeatureDefinition)typeof(TypeScanner).GetMethod(name, BindingFlags.NonPublic | BindingFlags.Static)!
            .MakeGenericMethod(state)
            .Invoke(null, BindingFlags.DoNotWrapExceptions, binder: null, [argument], culture: null)!;

    private static FeatureDefinition<TState> DefineFromAttribute<TState>(FeatureStateAttribute attribute) =>
        AttributeFeature<TState>.Define(attribute);

    private static FeatureDefinition<TState> DefineFromClass<TState>(Type type) =>
        new(provider => (Feature<TState>)provider.GetRequiredService(type));
}
