namespace RoomMonitor.Bench.Core;

/// <summary>A run that can't be made or isn't valid; its message is for the person who started it.</summary>
public sealed class BenchException(string message) : Exception(message);
