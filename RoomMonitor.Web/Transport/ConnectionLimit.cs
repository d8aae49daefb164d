using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.Options;

namespace RoomMonitor.Web.Transport;

/// <summary>
/// Closes connections for which there would soon be no file descriptor left. Without one Kestrel can't accept, tries again without
/// a pause, and the process ends for want of memory. Its own limit doesn't count what was upgraded, which is nearly everything here.
/// </summary>
internal sealed partial class ConnectionLimit(IOptions<TransportOptions> options, TimeProvider clock, ILogger<ConnectionLimit> logger)
{
    private static readonly TimeSpan _warningInterval = TimeSpan.FromMinutes(1);

    private readonly int _limit = options.Value.MaxConnections ?? OpenFiles.MaxConnections() ?? int.MaxValue;
    private readonly Lock _gate = new();
    private int _open;
    private int _refused;
    private long? _warned;

    /// <summary>Connection middleware.</summary>
    public async Task RunAsync(ConnectionContext connection, ConnectionDelegate next)
    {
        if (!TryOpen())
        {
            connection.Abort(new ConnectionAbortedException("Too many connections."));
            return;
        }

        try
        {
            await next(connection);
        }
        finally
        {
            lock (_gate)
            {
                _open--;
            }
        }
    }

    private bool TryOpen()
    {
        int refused;
        lock (_gate)
        {
            if (_open < _limit)
            {
                _open++;
                return true;
            }

            _refused++;
            var now = clock.GetTimestamp();
            if (_warned is { } last && clock.GetElapsedTime(last, now) < _warningInterval)
            {
                return false;
            }

            _warned = now;
            (refused, _refused) = (_refused, 0);
        }

        LogRefused(_limit, refused);
        return false;
    }

    [LoggerMessage(
        EventId = 501, Level = LogLevel.Warning,
        Message = "{Limit} connections are open, which is the limit (Transport:MaxConnections, or the process's open files); {Refused} more were closed since the last warning")]
    private partial void LogRefused(int limit, int refused);
}
