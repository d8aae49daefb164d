using RoomMonitor.Data.Kiosks;

namespace RoomMonitor.Web.Kiosks.Devices;

/// <summary>
/// All registered screens in memory: who holds which token, what each last reported, and who listens. Nobody is asked for a password twice: a
/// request of a screen costs no look into the database. Safe from any thread; nothing is called while its lock is held.
/// </summary>
public sealed class KioskFleet(TimeProvider time)
{
    /// <summary>A screen needs one; more are pages that were left open.</summary>
    private const int MaximumStreams = 4;

    private readonly Lock _lock = new();
    private readonly Dictionary<int, KioskFleetEntry> _entries = [];
    private readonly Dictionary<string, KioskFleetEntry> _byToken = [];

    /// <summary>Something about a screen is different. Often: whoever shows it waits a moment and looks at <see cref="Screens"/>.</summary>
    public event Action? Changed;

    /// <summary>Of every state, in no order.</summary>
    public IReadOnlyList<KioskScreen> Screens
    {
        get
        {
            lock (_lock)
            {
                return [.. _entries.Values.Select(entry => entry.Screen)];
            }
        }
    }

    private DateTime Now => time.GetUtcNow().UtcDateTime;

    /// <summary>The screen that holds a token now.</summary>
    public KioskScreen? FindByToken(string tokenHash)
    {
        lock (_lock)
        {
            return _byToken.GetValueOrDefault(tokenHash)?.Screen;
        }
    }

    /// <summary>What the database says of all of them.</summary>
    public void Load(IReadOnlyList<KioskDevice> devices)
    {
        lock (_lock)
        {
            devices.ToList().ForEach(PutLocked);
        }

        Changed?.Invoke();
    }

    /// <summary>What the database says of one. A token that it doesn't hold any more counts for nothing from here on, and its streams end.</summary>
    public void Put(KioskDevice device)
    {
        lock (_lock)
        {
            PutLocked(device);
        }

        Changed?.Invoke();
    }

    /// <summary>A screen said how it does.</summary>
    public void Report(int id, KioskReport report)
    {
        lock (_lock)
        {
            if (_entries.GetValueOrDefault(id) is not { } entry)
            {
                return;
            }

            // A page that was just loaded has measured nothing: what it measured before still tells.
            var before = entry.Screen.Report?.FreshnessMilliseconds ?? [];
            entry.Screen = entry.Screen with
            {
                Report = report.FreshnessMilliseconds.IsEmpty ? report with { FreshnessMilliseconds = before } : report,
                SeenAt = report.At,
            };
            entry.IsSeenUnsaved = true;
        }

        Changed?.Invoke();
    }

    /// <summary>Opens the event stream of a screen; null where the token counts no more.</summary>
    internal KioskStream? Open(string tokenHash)
    {
        KioskStream stream;
        lock (_lock)
        {
            if (_byToken.GetValueOrDefault(tokenHash) is not { } entry)
            {
                return null;
            }

            stream = new KioskStream(entry.Screen.Id, tokenHash);
            if (entry.Streams.Count == MaximumStreams)
            {
                entry.Streams[0].End();
                entry.Streams.RemoveAt(0);
            }

            entry.Streams.Add(stream);
            entry.Screen = entry.Screen with { Streams = entry.Streams.Count, SeenAt = Now };
            entry.IsSeenUnsaved = true;
        }

        Changed?.Invoke();
        return stream;
    }

    internal void Close(KioskStream stream)
    {
        lock (_lock)
        {
            if (_entries.GetValueOrDefault(stream.DeviceId) is not { } entry || !entry.Streams.Remove(stream))
            {
                return;
            }

            entry.Screen = entry.Screen with { Streams = entry.Streams.Count };
        }

        Changed?.Invoke();
    }

    /// <summary>Tells a screen something.</summary>
    /// <returns>Whether it listens to this server.</returns>
    internal bool Send(int id, KioskEvent happened)
    {
        lock (_lock)
        {
            var streams = _entries.GetValueOrDefault(id)?.Streams ?? [];
            streams.ForEach(stream => stream.Send(happened));
            return streams.Count > 0;
        }
    }

    internal void KeepStreamsAlive()
    {
        lock (_lock)
        {
            foreach (var stream in _entries.Values.SelectMany(entry => entry.Streams))
            {
                stream.Send(KioskEvent.KeepAlive);
            }
        }
    }

    /// <summary>Which screens were seen since this was last asked.</summary>
    internal IReadOnlyDictionary<int, DateTime> TakeSeen()
    {
        lock (_lock)
        {
            var seen = _entries.Values.Where(entry => entry.IsSeenUnsaved).ToList();
            seen.ForEach(entry => entry.IsSeenUnsaved = false);
            return seen.ToDictionary(entry => entry.Screen.Id, entry => entry.Screen.SeenAt ?? Now);
        }
    }

    private void PutLocked(KioskDevice device)
    {
        if (!_entries.TryGetValue(device.Id, out var entry))
        {
            entry = new KioskFleetEntry(new KioskScreen(device, null, device.SeenAt, 0));
            _entries.Add(device.Id, entry);
        }
        else if (device.Version < entry.Screen.Device.Version)
        {
            // Read before what is known.
            return;
        }

        if (entry.TokenHash is { } before && before != device.TokenHash)
        {
            _byToken.Remove(before);
            entry.Streams.ForEach(stream => stream.End(KioskEvent.Revoked));
            entry.Streams.Clear();
        }

        if (KioskPlacement.Of(device) is var placement && placement != KioskPlacement.Of(entry.Screen.Device))
        {
            entry.Streams.ForEach(stream => stream.Send(KioskEvent.Placed(placement)));
        }

        entry.TokenHash = device.TokenHash;
        if (entry.TokenHash is { } token)
        {
            _byToken[token] = entry;
        }

        var seen = entry.Screen.SeenAt > device.SeenAt ? entry.Screen.SeenAt : device.SeenAt ?? entry.Screen.SeenAt;
        entry.Screen = entry.Screen with { Device = device, SeenAt = seen, Streams = entry.Streams.Count };
    }
}
