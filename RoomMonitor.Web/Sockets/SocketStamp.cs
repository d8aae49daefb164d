namespace RoomMonitor.Web.Sockets;

/// <summary>The fields that end every message of a channel.</summary>
/// <param name="Sequence">The number of the last change that the message contains.</param>
/// <param name="Epoch">Within which <paramref name="Sequence"/> counts.</param>
/// <param name="Instant">Campus time, UTC.</param>
internal readonly record struct SocketStamp(long Sequence, string Epoch, DateTime Instant);
