using RoomMonitor.Web.Sockets.Transport;

namespace RoomMonitor.Web.Sockets.Circuits;

/// <summary>One circuit's place among all. It is taken before the circuit is made, and given back when the circuit is no more.</summary>
internal sealed class CircuitPlace(AddressShares circuits, ClientAddress address) : IDisposable
{
    private static readonly AsyncLocal<CircuitPlace?> _offered = new();

    private int _isKept;
    private int _isGiven;

    /// <summary>A circuit has it, and gives it back itself.</summary>
    public bool IsKept => Volatile.Read(ref _isKept) == 1;

    /// <summary>The place of the circuit that is being made, for that circuit alone to keep.</summary>
    public static CircuitPlace? Keep() => _offered.Value is { } place && Interlocked.Exchange(ref place._isKept, 1) == 0 ? place : null;

    /// <summary>To whatever the caller calls from now on.</summary>
    public void Offer() => _offered.Value = this;

    public void Dispose()
    {
        if (Interlocked.Exchange(ref _isGiven, 1) == 0)
        {
            circuits.Give(address);
        }
    }
}
