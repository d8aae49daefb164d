namespace Fluxor;

/// <summary>Makes a class the state of a feature. Its initial value comes from the parameterless constructor, which may be private.</summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class FeatureStateAttribute : Attribute
{
    /// <summary>The feature's name; the full name of the class when left out.</summary>
    public string? Name { get; set; }

    /// <summary>A static method of the class, without parameters, which gives the initial state in the constructor's place.</summary>
    public string? CreateInitialStateMethodName { get; set; }

    /// <summary>At most so many notifications a second, the last change always among them; 0: each change notifies.</summary>
    public byte MaximumStateChangedNotificationsPerSecond { get; set; }
}
