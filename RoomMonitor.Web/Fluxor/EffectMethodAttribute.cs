namespace Fluxor;

/// <summary>
/// Makes a public method an effect: <c>Task M(TAction, IDispatcher)</c>, or <c>Task M(IDispatcher)</c> with the action's type given here.
/// The class of an instance method is a scoped service.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class EffectMethodAttribute(Type? actionType = null) : Attribute
{
    /// <summary>The action's type, for a method that needs no more of the action.</summary>
    public Type? ActionType { get; } = actionType;
}
