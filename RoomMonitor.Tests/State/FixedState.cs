using Fluxor;

namespace RoomMonitor.Tests.State;

/// <summary>A state that a test sets.</summary>
internal sealed class FixedState<T>(T value) : IState<T>
{
    public event EventHandler? StateChanged;

    public T Value { get; private set; } = value;

    public void Set(T value)
    {
        Value = value;
        StateChanged?.Invoke(this, EventArgs.Empty);
    }

    /// <summary>The state that a feature begins with; its constructor is private.</summary>
    public static T Initial() => (T)Activator.CreateInstance(typeof(T), nonPublic: true)!;
}
