using System.Net;
using Microsoft.Extensions.Options;

namespace RoomMonitor.Web.WebSockets;

/// <summary>Keeps one address from taking all connections. The limits are far above what a busy page or a campus's NAT needs.</summary>
internal sealed class SocketAddressGuard(IOptions<SocketOptions> options, TimeProvider clock)
{
    private static readonly TimeSpan _window = TimeSpan.FromSeconds(1);

    private readonly Lock _gate = new();
    private readonly Dictionary<IPAddress, Usage> _usages = [];
    private long _pruned = clock.GetTimestamp();

    /// <returns>Whether a connection may be opened; then <see cref="Close"/> follows.</returns>
    public bool TryOpen(IPAddress address)
    {
        lock (_gate)
        {
            var now = clock.GetTimestamp();
            Prune(now);
            var usage = _usages.GetValueOrDefault(address) ?? new Usage { WindowStart = now };
            if (IsOver(usage, now))
            {
                usage.WindowStart = now;
                usage.Openings = 0;
            }

            if (Reaches(usage.Open, options.Value.MaxOpenPerAddress) || Reaches(usage.Openings, options.Value.MaxOpeningsPerSecond))
            {
                return false;
            }

            usage.Open++;
            usage.Openings++;
            _usages[address] = usage;
            return true;
        }
    }

    public void Close(IPAddress address)
    {
        lock (_gate)
        {
            _usages[address].Open--;
        }
    }

    /// <summary>Forgets the addresses that have nothing open, once a second.</summary>
    private void Prune(long now)
    {
        if (clock.GetElapsedTime(_pruned, now) < _window)
        {
            return;
        }

        _pruned = now;
        foreach (var (address, usage) in _usages)
        {
            if (usage.Open == 0 && IsOver(usage, now))
            {
                _usages.Remove(address);
            }
        }
    }

    private static bool Reaches(int count, int limit) => limit > 0 && count >= limit;

    private bool IsOver(Usage usage, long now) => clock.GetElapsedTime(usage.WindowStart, now) >= _window;

    private sealed class Usage
    {
        public int Open { get; set; }

        public long WindowStart { get; set; }

        public int Openings { get; set; }
    }
}
