namespace RoomMonitor.Web.WebSockets;

/// <summary>
/// One message for any number of receivers: UTF-8 that is made once, by whoever sends it first, outside every lock; and never
/// where nobody sends it.
/// </summary>
internal sealed class SocketMessage(Func<byte[]> make) : Lazy<byte[]>(make, LazyThreadSafetyMode.ExecutionAndPublication)
{
    public ReadOnlyMemory<byte> Utf8 => Value;
}
