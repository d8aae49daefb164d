using System.Net;
using Microsoft.Extensions.Options;
using RoomMonitor.Web.Security;
using RoomMonitor.Web.Sockets.Transport;

namespace RoomMonitor.Web.Accounts;

/// <summary>
/// Counts failed logins by address over all accounts, a minute from the first one on: against who tries one password on many of them. The
/// limit is far above what a campus behind one address mistypes. The framework's limiters count before the answer is known; a lecture hall
/// that signs in at nine must not be counted.
/// </summary>
internal sealed class FailedLogins(TimeProvider time, IOptions<RateLimitOptions> options)
{
    /// <summary>More addresses than this are looked through for those whose minute is over.</summary>
    private const int ManyAddresses = 1_000;

    private static readonly TimeSpan _window = TimeSpan.FromMinutes(1);

    private readonly Lock _lock = new();
    private readonly Dictionary<ClientAddress, Window> _windows = [];

    /// <summary>How long this address has to wait; null when it needn't.</summary>
    public TimeSpan? WaitOf(IPAddress? address)
    {
        lock (_lock)
        {
            var now = time.GetUtcNow();
            return Current(ClientAddress.Of(address), now) is { } window && window.Failures >= options.Value.FailedLoginsPerMinute ? window.End - now : null;
        }
    }

    /// <summary>Counts a failure. How long to wait when it was one too many, else null.</summary>
    public TimeSpan? Fail(IPAddress? address)
    {
        lock (_lock)
        {
            var now = time.GetUtcNow();
            var key = ClientAddress.Of(address);
            var window = Current(key, now) ?? new Window(0, now + _window);
            window = window with { Failures = window.Failures + 1 };
            if (_windows.Count >= ManyAddresses)
            {
                Forget(now);
            }

            _windows[key] = window;
            return window.Failures > options.Value.FailedLoginsPerMinute ? window.End - now : null;
        }
    }

    private Window? Current(ClientAddress key, DateTimeOffset now) => _windows.TryGetValue(key, out var window) && now < window.End ? window : null;

    private void Forget(DateTimeOffset now)
    {
        foreach (var key in _windows.Where(entry => now >= entry.Value.End).Select(entry => entry.Key).ToList())
        {
            _windows.Remove(key);
        }
    }

    private sealed record Window(int Failures, DateTimeOffset End);
}
