namespace RoomMonitor.Web.Sockets;

/// <summary>
/// One message for any number of receivers: UTF-8 that is made once, by whoever sends it first, outside every lock; and never
/// where nobody sends it.
/// </summary>
/// <param name="make">Gives the message after <see cref="SocketFrame.Room"/> free bytes for the frame's header.</param>
internal sealed class SocketMessage(Func<byte[]> make) : Lazy<byte[]>(() => SocketFrame.Close(make()), LazyThreadSafetyMode.ExecutionAndPublication)
{
    public ReadOnlyMemory<byte> Utf8 => SocketFrame.Payload(Value);

    /// <summary>The same in a frame of its own, as it stands on the wire.</summary>
    public ReadOnlyMemory<byte> Frame => SocketFrame.Whole(Value);
}
