using System.ComponentModel.DataAnnotations;

namespace RoomMonitor.Web.Sockets.Transport;

/// <summary>Section <c>Transport</c>.</summary>
public sealed class TransportOptions
{
    private const string ShortestTime = "00:00:00.100";
    private const string LongestTime = "00:10:00";

    /// <summary>
    /// Connections, sockets included, that are served at the same time; more are told so and closed. Null: as many as the process may
    /// have files open, less a reserve.
    /// </summary>
    [Range(1, int.MaxValue)]
    public int? MaxConnections { get; init; }

    /// <summary>
    /// How many of them one address may have (of IPv6: one /64), three quarters of all at most; more are told so and closed. A whole campus
    /// may sit behind one address. Trusted proxies aren't counted.
    /// </summary>
    [Range(1, int.MaxValue)]
    public int MaxConnectionsPerAddress { get; init; } = 2_048;

    /// <summary>How long a new connection may take until its first request's headers are here, TLS included, and each later request's headers.</summary>
    [Range(typeof(TimeSpan), ShortestTime, LongestTime)]
    public TimeSpan HeadersTimeout { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>How long a connection that is refused may take for everything.</summary>
    [Range(typeof(TimeSpan), ShortestTime, LongestTime)]
    public TimeSpan RefusalTimeout { get; init; } = TimeSpan.FromSeconds(5);
}
