namespace RoomMonitor.Tests.Support;

/// <summary>As <see cref="UnixFactAttribute"/>, with data.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class UnixTheoryAttribute : TheoryAttribute
{
    internal static readonly string? Missing = OperatingSystem.IsWindows() ? "Windows has no modes of files." : null;

    public UnixTheoryAttribute() => Skip = Missing;
}
