using Microsoft.Extensions.Options;

namespace RoomMonitor.Web.Transport;

/// <summary>
/// Counts connections, so that none is accepted for which there would soon be no file descriptor left: without one Kestrel can't accept,
/// tries again without a pause, and the process ends for want of memory. Kestrel's own limit doesn't count what was upgraded, which is
/// nearly everything here.
/// </summary>
internal sealed partial class ConnectionLimit(IOptions<TransportOptions> options, TimeProvider clock, ILogger<ConnectionLimit> logger)
{
    private static readonly TimeSpan _warningInterval = TimeSpan.FromMinutes(1);

    private readonly int _limit = options.Value.MaxConnections ?? OpenFiles.MaxConnections() ?? int.MaxValue;
    private readonly Lock _gate = new();
    private int _open;
    private int _refused;
    private long? _warned;

    /// <summary>Counts one in, unless that would be over the limit.</summary>
    public bool TryOpen()
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

    /// <summary>Counts one out, once its file is closed.</summary>
    public void Close()
    {
        lock (_gate)
        {
            _open--;
        }
    }

    [LoggerMessage(
        EventId = 501, Level = LogLevel.Warning,
        Message = "{Limit} connections are open, which is the limit (Transport:MaxConnections, or the process's open files); {Refused} more were closed since the last warning")]
    private partial void LogRefused(int limit, int refused);
}
