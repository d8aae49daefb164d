using System.ComponentModel.DataAnnotations;

namespace RoomMonitor.Web.Sockets;

/// <summary>Section <c>WebSockets</c>. The values as shipped are those of docs/websocket-protocol.md.</summary>
public sealed class SocketOptions
{
    private const string ShortestTime = "00:00:00.010";
    private const string LongestTime = "1.00:00:00";

    /// <summary>Origins (<c>https://host[:port]</c>) whose pages may open a socket, besides the same origin. Empty: any.</summary>
    public IReadOnlyList<string> AllowedOrigins { get; init; } = [];

    /// <summary>Messages that a connection may be behind before they are replaced by one fresh status.</summary>
    [Range(1, 10_000)]
    public int QueueLength { get; init; } = 64;

    /// <summary>More rooms than this, changed by one update, leave as one <c>rooms.status</c>.</summary>
    [Range(0, 100_000)]
    public int CollapseAbove { get; init; } = 16;

    /// <summary>A longer message from a client closes its connection with 1009.</summary>
    [Range(16, 65_536)]
    public int MaxMessageBytes { get; init; } = 4_096;

    /// <summary>More messages than this within <see cref="MessageWindow"/> close the connection with 1008.</summary>
    [Range(1, 10_000)]
    public int MaxMessages { get; init; } = 20;

    [Range(typeof(TimeSpan), ShortestTime, LongestTime)]
    public TimeSpan MessageWindow { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>
    /// More frames than this within <see cref="FrameWindow"/>, empty and control frames among them, close the connection with 1008. On the
    /// pages' own sockets frames that are a whole message don't count, and it is cut.
    /// </summary>
    [Range(1, 100_000)]
    public int MaxFrames { get; init; } = 200;

    /// <summary>Counted anew from the first frame after it.</summary>
    [Range(typeof(TimeSpan), ShortestTime, LongestTime)]
    public TimeSpan FrameWindow { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>From the first byte of a message to its last, its fragments and what is between them included; longer closes with 1008.</summary>
    [Range(typeof(TimeSpan), ShortestTime, LongestTime)]
    public TimeSpan MessageTimeout { get; init; } = TimeSpan.FromSeconds(30);

    [Range(typeof(TimeSpan), ShortestTime, LongestTime)]
    public TimeSpan RoomHeartbeat { get; init; } = TimeSpan.FromSeconds(30);

    [Range(typeof(TimeSpan), ShortestTime, LongestTime)]
    public TimeSpan OverviewHeartbeat { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>A connection on which one message has been under way for longer is dropped.</summary>
    [Range(typeof(TimeSpan), ShortestTime, LongestTime)]
    public TimeSpan NoProgressTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How often a ping frame goes out.</summary>
    [Range(typeof(TimeSpan), ShortestTime, LongestTime)]
    public TimeSpan KeepAliveInterval { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>A peer that doesn't answer a ping frame within this time is dropped.</summary>
    [Range(typeof(TimeSpan), ShortestTime, LongestTime)]
    public TimeSpan KeepAliveTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>
    /// What the framework is told, so that ping frames do go out every <see cref="KeepAliveInterval"/>: it looks four times in the shorter of
    /// its two times, and pings at the first look after the whole interval.
    /// </summary>
    public TimeSpan KeepAliveDelay
    {
        get
        {
            var looks = KeepAliveInterval * 0.8 < KeepAliveTimeout ? KeepAliveInterval * 0.8 : KeepAliveTimeout;
            return KeepAliveInterval - (looks / 4);
        }
    }

    /// <summary>How long a peer may take to answer a close frame; then its connection is cut.</summary>
    [Range(typeof(TimeSpan), ShortestTime, LongestTime)]
    public TimeSpan CloseTimeout { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>How long all peers together may take to answer the close frame of a shutdown.</summary>
    [Range(typeof(TimeSpan), ShortestTime, LongestTime)]
    public TimeSpan ShutdownTimeout { get; init; } = TimeSpan.FromSeconds(3);

    /// <summary>Sockets that are open at the same time, whoever has them. 0: no limit.</summary>
    [Range(0, int.MaxValue)]
    public int MaxOpen { get; init; } = 20_000;

    /// <summary>
    /// How many of them one address may have (of IPv6: one /64), three quarters of all at most. A whole campus may sit behind one address. 0: no limit
    /// but that.
    /// </summary>
    [Range(0, int.MaxValue)]
    public int MaxOpenPerAddress { get; init; } = 2_048;

    /// <summary>Connections that one address may open within a second. 0: no limit.</summary>
    [Range(0, int.MaxValue)]
    public int MaxOpeningsPerSecond { get; init; } = 1_000;

    /// <summary>
    /// How long an address waits at most for its next socket after others of its sockets were closed because they broke the rules; 0.1 s for each of
    /// them, half of which are forgotten with each minute. 0: never.
    /// </summary>
    [Range(typeof(TimeSpan), "00:00:00", "00:01:00")]
    public TimeSpan LongestOpeningDelay { get; init; } = TimeSpan.FromSeconds(5);
}
