using System.Threading.Channels;
using RoomMonitor.Domain.Time;

namespace RoomMonitor.Web.Features.RoomDetails.Presence;

/// <summary>One circuit on one room's page, until it is disposed. May be used from any thread.</summary>
public sealed class RoomViewer : IDisposable
{
    /// <summary>Only the latest matters: a slow reader skips what lies between, and delays nobody.</summary>
    private readonly Channel<RoomPresenceView> _changes =
        Channel.CreateBounded<RoomPresenceView>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropOldest });

    private readonly RoomPresence _presence;

    internal RoomViewer(RoomPresence presence, int roomId)
    {
        _presence = presence;
        RoomId = roomId;
    }

    public int RoomId { get; }

    /// <summary>What the others do, from now on; completes when the viewer is disposed.</summary>
    public ChannelReader<RoomPresenceView> Changes => _changes.Reader;

    /// <summary>False while nobody may be at the other end. Guarded by the presence's lock, as what follows.</summary>
    internal bool IsConnected { get; set; } = true;

    internal TimeSlot? Picked { get; set; }

    internal ITimer? PickEnd { get; set; }

    /// <summary>Grows with each pick, so that the end of an earlier one ends nothing else.</summary>
    internal int PickNumber { get; set; }

    /// <summary>The form is open on a slot, or is used again: others see it as being booked for <see cref="RoomPresence.PickLength"/>.</summary>
    public void Pick(TimeSlot slot) => _presence.Pick(this, slot);

    /// <summary>The form is closed.</summary>
    public void Release() => _presence.Release(this);

    /// <summary>Whether the circuit's connection is up. While it is down the viewer doesn't count, and picks nothing.</summary>
    public void SetConnected(bool isConnected) => _presence.SetConnected(this, isConnected);

    public void Dispose() => _presence.Leave(this);

    internal void Tell(RoomPresenceView view) => _changes.Writer.TryWrite(view);

    internal void Complete() => _changes.Writer.TryComplete();
}
