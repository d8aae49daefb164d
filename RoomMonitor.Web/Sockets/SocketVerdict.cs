namespace RoomMonitor.Web.Sockets;

/// <summary>What a look at a connection's progress says.</summary>
internal enum SocketVerdict
{
    Fine,

    /// <summary>No progress: to be closed with 1013.</summary>
    Drop,

    /// <summary>The client began a message and doesn't end it: to be closed with 1008.</summary>
    Late,

    /// <summary>The peer didn't answer the close frame, or it could not be written.</summary>
    Abort,
}
