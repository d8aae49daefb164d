using RoomMonitor.Data.Kiosks;

namespace RoomMonitor.Web.Kiosks.Devices;

/// <summary>
/// The screens that show a code and wait for somebody to type it, in this server's memory. A code serves once and for ten minutes; what
/// the screen gets for it is the one-time link of the screen that it becomes. Safe from any thread.
/// </summary>
public sealed class KioskCodes(TimeProvider time)
{
    /// <summary>As OWASP asks for what is typed on another machine (ASVS 6.5.5).</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(10);

    /// <summary>Of one address, behind which a building's screens may be.</summary>
    public const int MaximumOfAddress = 40;

    public const int MaximumWrong = 10;

    private const int Maximum = 2_000;

    private static readonly TimeSpan _minute = TimeSpan.FromMinutes(1);

    private readonly Lock _lock = new();
    private readonly Dictionary<string, Entry> _bySecret = [];
    private readonly Queue<DateTime> _wrong = [];

    private DateTime Now => time.GetUtcNow().UtcDateTime;

    /// <summary>A code for a screen; null where too many wait already.</summary>
    public KioskCodeOffer? Offer(string address)
    {
        lock (_lock)
        {
            Forget();
            if (_bySecret.Count >= Maximum || _bySecret.Values.Count(entry => entry.Address == address) >= MaximumOfAddress)
            {
                return null;
            }

            var code = KioskCode.New();
            while (_bySecret.Values.Any(entry => entry.Code == code))
            {
                code = KioskCode.New();
            }

            var secret = KioskSecret.New();
            _bySecret.Add(KioskSecret.HashOf(secret), new Entry(code, address, Now + Lifetime));
            return new KioskCodeOffer(code, secret);
        }
    }

    /// <summary>Somebody typed a code: the screen that shows it gets a one-time link.</summary>
    public KioskCodeResult Give(string? typed, string link)
    {
        var code = KioskCode.Read(typed);
        lock (_lock)
        {
            Forget();
            if (_wrong.Count >= MaximumWrong)
            {
                return KioskCodeResult.TooMany;
            }

            if (_bySecret.Values.FirstOrDefault(entry => entry.Code == code && entry.Link is null) is not { } entry)
            {
                _wrong.Enqueue(Now);
                return KioskCodeResult.Unknown;
            }

            entry.Link = link;
            return KioskCodeResult.Given;
        }
    }

    /// <summary>What a screen got.</summary>
    /// <param name="link">Null while nobody has typed its code.</param>
    /// <returns>Whether its code counts still.</returns>
    public bool TryAsk(string secret, out string? link)
    {
        lock (_lock)
        {
            Forget();
            var entry = _bySecret.GetValueOrDefault(KioskSecret.HashOf(secret));
            link = entry?.Link;
            return entry is not null;
        }
    }

    private void Forget()
    {
        var now = Now;
        foreach (var over in _bySecret.Where(entry => entry.Value.ExpiresAt <= now).Select(entry => entry.Key).ToList())
        {
            _bySecret.Remove(over);
        }

        while (_wrong.TryPeek(out var at) && now - at >= _minute)
        {
            _wrong.Dequeue();
        }
    }

    private sealed class Entry(string code, string address, DateTime expiresAt)
    {
        public string Code { get; } = code;

        public string Address { get; } = address;

        public DateTime ExpiresAt { get; } = expiresAt;

        public string? Link { get; set; }
    }
}
