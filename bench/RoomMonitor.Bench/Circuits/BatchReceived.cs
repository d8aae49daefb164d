namespace RoomMonitor.Bench.Circuits;

/// <summary>Told of each render batch, on whatever thread received it; circuits call at the same time.</summary>
/// <param name="receivedAt">When it had arrived as a whole (<see cref="System.Diagnostics.Stopwatch.GetTimestamp"/>).</param>
public delegate void BatchReceived(PageCircuit circuit, long receivedAt, ReadOnlySpan<byte> batch);
