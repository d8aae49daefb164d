using Microsoft.Extensions.Options;
using RoomMonitor.Web.Sockets.Transport;

namespace RoomMonitor.Web.Sockets;

/// <summary>Keeps one address from taking all sockets. The limits are far above what a busy page or a campus's NAT needs.</summary>
internal sealed partial class SocketAddressGuard(IOptions<SocketOptions> options, TimeProvider clock, ILogger<SocketAddressGuard> logger)
{
    private static readonly TimeSpan _window = TimeSpan.FromSeconds(1);

    private readonly AddressShares _open = new(OrNoLimit(options.Value.MaxOpenPerAddress), OrNoLimit(options.Value.MaxOpen));
    private readonly int _openings = OrNoLimit(options.Value.MaxOpeningsPerSecond);
    private readonly OnceAMinute _warning = new(clock);
    private readonly Lock _gate = new();
    private readonly Dictionary<ClientAddress, int> _opened = [];
    private long _windowStart = clock.GetTimestamp();

    /// <summary>Whether a socket may be opened; where there is room <see cref="Close"/> follows.</summary>
    public ShareVerdict Open(ClientAddress address)
    {
        var verdict = MayOpenNow(address) ? _open.Take(address) : ShareVerdict.ShareTaken;
        if (verdict != ShareVerdict.Room && _warning.Count() is { } refused)
        {
            LogRefused(address, refused);
        }

        return verdict;
    }

    public void Close(ClientAddress address) => _open.Give(address);

    /// <summary>Counts each second anew, for everybody at once.</summary>
    private bool MayOpenNow(ClientAddress address)
    {
        lock (_gate)
        {
            var now = clock.GetTimestamp();
            if (clock.GetElapsedTime(_windowStart, now) >= _window)
            {
                _windowStart = now;
                _opened.Clear();
            }

            var opened = _opened.GetValueOrDefault(address) + 1;
            _opened[address] = opened;
            return opened <= _openings;
        }
    }

    private static int OrNoLimit(int limit) => limit == 0 ? int.MaxValue : limit;

    [LoggerMessage(
        EventId = 204, Level = LogLevel.Warning,
        Message = "A socket of {Address} was refused, with {Refused} since the last warning: it, or all together, have as many as they may (WebSockets:MaxOpenPerAddress, MaxOpen, MaxOpeningsPerSecond)")]
    private partial void LogRefused(ClientAddress address, int refused);
}
