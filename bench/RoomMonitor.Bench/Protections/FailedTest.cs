namespace RoomMonitor.Bench.Protections;

/// <summary>A test that missed a protection.</summary>
/// <param name="Name"><c>Class.Method</c>.</param>
/// <param name="Reason">In one line: whether it is the protection that it missed, or a neighbour in the same round, is for people to see.</param>
public sealed record FailedTest(string Name, string Reason);
