using System.Threading.Channels;

namespace RoomMonitor.Web.Kiosks.Devices;

/// <summary>The event stream of one screen, from the fleet to the response.</summary>
internal sealed class KioskStream(int deviceId, string tokenHash)
{
    private const int Capacity = 16;

    // A line that is stuck forgets what is old: to reload once is enough.
    private readonly Channel<KioskEvent> _events = Channel.CreateBounded<KioskEvent>(
        new BoundedChannelOptions(Capacity) { FullMode = BoundedChannelFullMode.DropOldest, SingleReader = true });

    public int DeviceId { get; } = deviceId;

    /// <summary>Of the token by which it was opened.</summary>
    public string TokenHash { get; } = tokenHash;

    public void Send(KioskEvent happened) => _events.Writer.TryWrite(happened);

    /// <summary>Ends it, after a last word where there is one.</summary>
    public void End(KioskEvent? last = null)
    {
        if (last is not null)
        {
            Send(last);
        }

        _events.Writer.TryComplete();
    }

    public IAsyncEnumerable<KioskEvent> ReadAsync(CancellationToken cancellationToken) => _events.Reader.ReadAllAsync(cancellationToken);
}
