using System.Net;
using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.Options;
using RoomMonitor.Web.Security;

namespace RoomMonitor.Web.Sockets.Transport;

/// <summary>
/// Counts connections, so that none is accepted for which there would soon be no file descriptor left: without one Kestrel can't accept,
/// tries again without a pause, and the process ends for want of memory. Kestrel's own limit doesn't count what was upgraded, which is
/// nearly everything here. Some descriptors are kept for telling others that there is no room.
/// </summary>
internal sealed partial class ConnectionLimit
{
    private const int ConnectionsPerRefusal = 8;
    private const int LeastRefusals = 4;
    private const int MostRefusals = 256;

    /// <summary>So many addresses at least can be told at the same time.</summary>
    private const int AddressesRefused = 4;

    private readonly AddressShares _served;
    private readonly AddressShares _refused;
    private readonly TransportOptions _options;
    private readonly ProxyOptions _proxies;
    private readonly TimeProvider _clock;
    private readonly ILogger<ConnectionLimit> _logger;
    private readonly OnceAMinute _shareWarning;
    private readonly OnceAMinute _totalWarning;

    public ConnectionLimit(IOptions<TransportOptions> options, IOptions<ProxyOptions> proxies, TimeProvider clock, ILogger<ConnectionLimit> logger)
    {
        (_options, _proxies, _clock, _logger) = (options.Value, proxies.Value, clock, logger);
        (_shareWarning, _totalWarning) = (new(clock), new(clock));
        var files = _options.MaxConnections is null ? OpenFiles.MaxConnections() : null;
        var refusals = Math.Clamp((_options.MaxConnections ?? files ?? int.MaxValue) / ConnectionsPerRefusal, LeastRefusals, MostRefusals);
        _served = new(_options.MaxConnectionsPerAddress, _options.MaxConnections ?? (files - refusals) ?? int.MaxValue);
        _refused = new(refusals / AddressesRefused, refusals);
    }

    /// <summary>Counts a connection in.</summary>
    /// <returns>Its place, to be served or to be told that there is no room; null where not even that is possible.</returns>
    public ConnectionPlace? Open(ConnectionContext connection)
    {
        var peer = (connection.RemoteEndPoint as IPEndPoint)?.Address;
        var address = peer is null || _proxies.Trusts(peer) ? (ClientAddress?)null : ClientAddress.Of(peer);
        var verdict = _served.Take(address);
        if (verdict == ShareVerdict.Room)
        {
            return new(_served, address, connection, isServed: true, _clock, _options.HeadersTimeout);
        }

        Warn(verdict, address);
        return _refused.Take(address) == ShareVerdict.Room
            ? new(_refused, address, connection, isServed: false, _clock, _options.RefusalTimeout)
            : null;
    }

    private void Warn(ShareVerdict verdict, ClientAddress? address)
    {
        if (verdict == ShareVerdict.AllTaken)
        {
            if (_totalWarning.Count() is { } refused)
            {
                LogAllTaken(_served.Total, refused);
            }
        }
        else if (_shareWarning.Count() is { } refused)
        {
            LogShareTaken(address, _served.Share, refused);
        }
    }

    [LoggerMessage(
        EventId = 501, Level = LogLevel.Warning,
        Message = "{Limit} connections are open, which is the limit (Transport:MaxConnections, or the process's open files); {Refused} more were refused since the last warning")]
    private partial void LogAllTaken(int limit, int refused);

    [LoggerMessage(
        EventId = 502, Level = LogLevel.Warning,
        Message = "{Address} has {Share} connections open, which is the share of one address (Transport:MaxConnectionsPerAddress); where it is a proxy, name it in ForwardedHeaders:KnownProxies. "
            + "{Refused} more of such were refused since the last warning")]
    private partial void LogShareTaken(ClientAddress? address, int share, int refused);
}
