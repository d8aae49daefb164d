using Microsoft.Extensions.Options;
using RoomMonitor.Web.Sockets.Transport;

namespace RoomMonitor.Web.Sockets;

/// <summary>
/// Slows the openings of an address whose sockets were closed for breaking the rules: to be closed and to come again at once costs the server more
/// than what was closed. A delay and no refusal, since others may share the address.
/// </summary>
internal sealed class OpeningDelays(IOptions<SocketOptions> options, TimeProvider clock, IHostApplicationLifetime lifetime)
{
    /// <summary>The key of the service that keeps the pages' sockets waiting: what a program does at <c>/ws</c> slows no page of its address.</summary>
    public const string OfPages = "pages";

    /// <summary>For each socket that was closed.</summary>
    public static readonly TimeSpan Step = TimeSpan.FromMilliseconds(500);

    /// <summary>Half of what is known is forgotten this often.</summary>
    public static readonly TimeSpan HalfLife = TimeSpan.FromMinutes(1);

    private readonly Lock _gate = new();
    private readonly Dictionary<ClientAddress, int> _closed = [];
    private readonly TimeSpan _longest = options.Value.LongestOpeningDelay;
    private long _since = clock.GetTimestamp();
    private int _waiting;

    /// <summary>How many are being kept waiting now.</summary>
    public int Waiting => Volatile.Read(ref _waiting);

    /// <summary>A socket of the address broke the rules.</summary>
    public void Add(ClientAddress address)
    {
        lock (_gate)
        {
            Forget();
            _closed[address] = Math.Min(_closed.GetValueOrDefault(address) + 1, 2 * (int)(_longest / Step));
        }
    }

    /// <summary>How long the address has to wait for its next socket.</summary>
    public TimeSpan Of(ClientAddress address)
    {
        lock (_gate)
        {
            Forget();
            var delay = _closed.GetValueOrDefault(address) * Step;
            return delay < _longest ? delay : _longest;
        }
    }

    /// <summary>Waits as long as the address has to. A server that stops keeps nobody waiting.</summary>
    /// <exception cref="OperationCanceledException">The client didn't wait.</exception>
    public async ValueTask WaitAsync(ClientAddress address, CancellationToken aborted)
    {
        if (Of(address) is var delay && delay > TimeSpan.Zero)
        {
            using var either = CancellationTokenSource.CreateLinkedTokenSource(aborted, lifetime.ApplicationStopping);
            var wait = Task.Delay(delay, clock, either.Token);
            Interlocked.Increment(ref _waiting);
            await wait.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            Interlocked.Decrement(ref _waiting);
            aborted.ThrowIfCancellationRequested();
        }
    }

    private void Forget()
    {
        var now = clock.GetTimestamp();
        var halves = (int)Math.Min(31, clock.GetElapsedTime(_since, now) / HalfLife);
        if (halves == 0)
        {
            return;
        }

        _since = now;
        foreach (var (address, count) in _closed)
        {
            if (count >> halves is var left and > 0)
            {
                _closed[address] = left;
            }
            else
            {
                _closed.Remove(address);
            }
        }
    }
}
