namespace RoomMonitor.Bench.Sockets;

/// <summary>Called on the swarm's thread for each message on each connection, so it must be quick.</summary>
/// <param name="message">Shared by all connections that received the same bytes.</param>
/// <param name="timestamp">When it was read from the socket (<see cref="System.Diagnostics.Stopwatch"/> ticks).</param>
public delegate void MessageReceived(SwarmSocket socket, SwarmMessage message, long timestamp);
