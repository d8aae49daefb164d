using System.Reflection;

namespace Fluxor.DependencyInjection;

/// <summary>The shapes that reducer and effect methods may have; any other is refused by name when the types are scanned.</summary>
internal static class StoreMethods
{
    public static string NameOf(MethodInfo method) => $"{method.DeclaringType}.{method.Name}";

    public static Type ActionOfReducer(MethodInfo method, Type? actionType)
    {
        var parameters = ParametersOf(method);
        var fits = parameters.Length == (actionType is null ? 2 : 1) && parameters[0] == method.ReturnType;
        Check(method, fits, "TState M(TState, TAction), or TState M(TState) with the action's type in [ReducerMethod]");
        return actionType ?? parameters[1];
    }

    public static Type ActionOfEffect(MethodInfo method, Type? actionType)
    {
        var parameters = ParametersOf(method);
        var fits = parameters.Length == (actionType is null ? 2 : 1)
            && parameters[^1] == typeof(IDispatcher)
            && method.ReturnType.IsAssignableTo(typeof(Task));
        Check(method, fits, "Task M(TAction, IDispatcher), or Task M(IDispatcher) with the action's type in [EffectMethod]");
        return actionType ?? parameters[0];
    }

    private static Type[] ParametersOf(MethodInfo method) =>
        Array.ConvertAll(method.GetParameters(), parameter => parameter.ParameterType);

    private static void Check(MethodInfo method, bool fits, string shape)
    {
        var callable = method.IsPublic && !method.ContainsGenericParameters && (method.IsStatic || !method.DeclaringType!.IsAbstract);
        if (!fits || !callable)
        {
            throw new InvalidOperationException(
                $"{NameOf(method)} must be {shape}; public, and neither generic nor an instance method of an abstract class.");
        }
    }
}
