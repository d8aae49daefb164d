namespace RoomMonitor.Tests.Support;

/// <summary>A test of what file systems of Unix have: skipped, and counted so, on Windows.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class UnixFactAttribute : FactAttribute
{
    public UnixFactAttribute() => Skip = UnixTheoryAttribute.Missing;
}
