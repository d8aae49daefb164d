namespace RoomMonitor.Web.Accounts;

/// <summary>
/// Slows down who tries passwords of one account from one place: five are free, then each failure costs twice the time of the one before.
/// The account is open to everybody else meanwhile, and the place to every other account, so that nobody can lock out others.
/// </summary>
internal sealed class SignInThrottle(TimeProvider time)
{
    private const int FreeFailures = 5;

    /// <summary>More pairs than this are looked through for those that are over.</summary>
    private const int ManyPairs = 10_000;

    private static readonly TimeSpan _firstWait = TimeSpan.FromSeconds(30);

    private static readonly TimeSpan _longestWait = TimeSpan.FromMinutes(15);

    /// <summary>So long after its last failure a pair begins anew.</summary>
    private static readonly TimeSpan _memory = TimeSpan.FromHours(1);

    private readonly Lock _gate = new();
    private readonly Dictionary<(string Account, string Place), Failures> _pairs = [];

    /// <summary>How long the next try has to wait; null when it needn't.</summary>
    public TimeSpan? WaitOf(string account, string place)
    {
        lock (_gate)
        {
            var now = time.GetUtcNow();
            return _pairs.TryGetValue((account, place), out var pair) && now < pair.Until ? pair.Until - now : null;
        }
    }

    /// <summary>Counts a failure. How long to wait where it came while others had to; null for one that was free.</summary>
    public TimeSpan? Fail(string account, string place)
    {
        lock (_gate)
        {
            var now = time.GetUtcNow();
            var count = _pairs.TryGetValue((account, place), out var pair) && now - pair.Last < _memory ? pair.Count + 1 : 1;
            TimeSpan? wait = count < FreeFailures ? null : Wait(count - FreeFailures);
            if (_pairs.Count >= ManyPairs)
            {
                Forget(now);
            }

            var isOneTooMany = pair.Until > now;
            _pairs[(account, place)] = new Failures(count, now, now + (wait ?? TimeSpan.Zero));
            return isOneTooMany ? wait : null;
        }
    }

    /// <summary>The password was right: the pair begins anew.</summary>
    public void Succeed(string account, string place)
    {
        lock (_gate)
        {
            _pairs.Remove((account, place));
        }
    }

    private static TimeSpan Wait(int doublings)
    {
        var wait = _firstWait * Math.Pow(2, Math.Min(doublings, 10));
        return wait < _longestWait ? wait : _longestWait;
    }

    /// <summary>Those that are over; where somebody makes up ever new names, the oldest half besides.</summary>
    private void Forget(DateTimeOffset now)
    {
        foreach (var over in _pairs.Where(pair => now - pair.Value.Last >= _memory).Select(pair => pair.Key).ToList())
        {
            _pairs.Remove(over);
        }

        if (_pairs.Count >= ManyPairs)
        {
            foreach (var old in _pairs.OrderBy(pair => pair.Value.Last).Take(ManyPairs / 2).Select(pair => pair.Key).ToList())
            {
                _pairs.Remove(old);
            }
        }
    }

    private readonly record struct Failures(int Count, DateTimeOffset Last, DateTimeOffset Until);
}
