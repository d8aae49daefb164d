namespace RoomMonitor.Bench.Sockets;

/// <summary>How a message follows the one before it on the same connection.</summary>
internal enum MessageVerdict
{
    InOrder,

    /// <summary>At least one change in between never came, and no status made up for it.</summary>
    Gap,

    /// <summary>It is older than, or the same as, what was already received.</summary>
    Backwards,
}
