namespace RoomMonitor.Bench.Sockets;

internal enum SwarmSocketState
{
    Waiting,
    Connecting,
    Upgrading,

    /// <summary>The server agreed; the first message is still to come.</summary>
    Upgraded,
    Open,
    Ended,
}
