namespace Fluxor;

/// <summary>
/// Makes a public method a reducer: <c>TState M(TState, TAction)</c>, or <c>TState M(TState)</c> with the action's type given here.
/// It sees actions of that type and of derived ones.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ReducerMethodAttribute(Type? actionType = null) : Attribute
{
    /// <summary>The action's type, for a method that needs no more of the action.</summary>
    public Type? ActionType { get; } = actionType;
}
