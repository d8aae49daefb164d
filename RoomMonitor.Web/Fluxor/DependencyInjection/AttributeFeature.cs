using System.Reflection;

namespace Fluxor.DependencyInjection;

/// <summary>The feature behind a state class that carries <see cref="FeatureStateAttribute"/>.</summary>
internal sealed class AttributeFeature<TState> : Feature<TState>
{
    private readonly string _name;
    private readonly Func<TState> _createInitialState;

    private AttributeFeature(FeatureStateAttribute attribute, Func<TState> createInitialState)
    {
        _name = attribute.Name ?? typeof(TState).FullName!;
        _createInitialState = createInitialState;
        MaximumStateChangedNotificationsPerSecond = attribute.MaximumStateChangedNotificationsPerSecond;
    }

    public static FeatureDefinition<TState> Define(FeatureStateAttribute attribute)
    {
        var createInitialState = InitialStateOf(attribute);
        return new FeatureDefinition<TState>(_ => new AttributeFeature<TState>(attribute, createInitialState));
    }

    public override string GetName() => _name;

    protected override TState GetInitialState() => _createInitialState();

    private static Func<TState> InitialStateOf(FeatureStateAttribute attribute)
    {
        const BindingFlags Any = BindingFlags.Public | BindingFlags.NonPublic;
        if (attribute.CreateInitialStateMethodName is { } methodName)
        {
            var method = typeof(TState).GetMethod(methodName, Any | BindingFlags.Static, Type.EmptyTypes);
            return method is not null && method.ReturnType == typeof(TState)
                ? method.CreateDelegate<Func<TState>>()
                : throw new InvalidOperationException($"{typeof(TState)} has no static method {typeof(TState).Name} {methodName}().");
        }

        return typeof(TState).GetConstructor(Any | BindingFlags.Instance, Type.EmptyTypes) is not null && !typeof(TState).IsAbstract
            ? () => (TState)Activator.CreateInstance(typeof(TState), nonPublic: true)!
            : throw new InvalidOperationException($"The state {typeof(TState)} needs a parameterless constructor (a private one will do).");
    }
}
