namespace RoomMonitor.Web.Sockets;

/// <summary>What a client asks for.</summary>
internal enum ClientMessage
{
    BadJson,
    UnknownType,
    Ping,
    StatusRequest,
}
