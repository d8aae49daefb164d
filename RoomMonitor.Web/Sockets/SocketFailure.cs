using System.Net.Sockets;
using System.Net.WebSockets;

namespace RoomMonitor.Web.Sockets;

/// <summary>Tells what the network does from what we did wrong.</summary>
internal static class SocketFailure
{
    /// <summary>The peer is gone, was cut, or broke the protocol (then the socket has answered with 1002 or 1007 itself).</summary>
    public static bool IsOfPeer(Exception exception) =>
        exception is WebSocketException or OperationCanceledException or IOException or SocketException or ObjectDisposedException;
}
