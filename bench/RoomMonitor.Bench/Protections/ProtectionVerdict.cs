namespace RoomMonitor.Bench.Protections;

/// <summary>What became of a protection that was taken out.</summary>
/// <param name="FailedTests">Of those that must miss it; none: nobody did.</param>
/// <param name="Compiled">Else nothing is known of it, and the list is at fault.</param>
public sealed record ProtectionVerdict(string Protection, bool Compiled, IReadOnlyList<FailedTest> FailedTests)
{
    public bool IsMissed => Compiled && FailedTests.Count > 0;
}
