namespace RoomMonitor.Web.Sockets.Transport;

/// <summary>Whether there is room for one more.</summary>
internal enum ShareVerdict
{
    Room,

    /// <summary>The address has its share.</summary>
    ShareTaken,

    /// <summary>As many are open as may be, whoever has them.</summary>
    AllTaken,
}
