namespace RoomMonitor.Web.Sockets;

/// <summary>What a client listens to: a room, a building's overview, or (both null) the whole overview. A building in the form in which names are compared.</summary>
internal readonly record struct SocketAddress(int? RoomId, string? Building);
