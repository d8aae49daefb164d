namespace RoomMonitor.Tests.Support;

/// <summary>A test on the shared data: skipped, and counted so, where that isn't there.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class SharedTheoryAttribute : TheoryAttribute
{
    public SharedTheoryAttribute() => Skip = SharedData.Missing;
}
