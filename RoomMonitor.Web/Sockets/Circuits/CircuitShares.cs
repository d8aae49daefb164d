using Microsoft.Extensions.Options;
using RoomMonitor.Web.Sockets.Transport;

namespace RoomMonitor.Web.Sockets.Circuits;

/// <summary>
/// Counts circuits, connected or waiting for their reader to come back, and the connections that they come by. As many as there may be are
/// kept, so that none pushes out another's, and no address can have them all.
/// </summary>
internal sealed partial class CircuitShares(IOptions<CircuitLimitOptions> options, TimeProvider clock, ILogger<CircuitShares> logger)
{
    /// <summary>A page that comes back has a new connection while the server still believes in the old one.</summary>
    private const int LinesPerCircuit = 2;

    private readonly AddressShares _circuits = new(options.Value.MaxOpenPerAddress, options.Value.Total);
    private readonly AddressShares _lines = new(options.Value.MaxOpenPerAddress * LinesPerCircuit, options.Value.Total * LinesPerCircuit);
    private readonly OnceAMinute _warning = new(clock);

    /// <summary>Whether a page that is loaded now would get its circuit.</summary>
    public bool HasRoom(ClientAddress address) => _circuits.Ask(address) == ShareVerdict.Room || Refuse(address);

    /// <returns>The circuit's place; null where there is none.</returns>
    public CircuitPlace? Open(ClientAddress address) => _circuits.Take(address) == ShareVerdict.Room || Refuse(address) ? new(_circuits, address) : null;

    /// <summary>Counts a connection in, whatever it is for; <see cref="CloseLine"/> follows then.</summary>
    public bool OpenLine(ClientAddress address) => _lines.Take(address) == ShareVerdict.Room || Refuse(address);

    public void CloseLine(ClientAddress address) => _lines.Give(address);

    private bool Refuse(ClientAddress address)
    {
        if (_warning.Count() is { } refused)
        {
            LogRefused(address, refused);
        }

        return false;
    }

    [LoggerMessage(
        EventId = 511, Level = LogLevel.Warning,
        Message = "A page of {Address} was refused, with {Refused} since the last warning: it, or all together, have as many open as they may (Circuits:MaxOpenPerAddress, MaxOpen); "
            + "where that is a proxy, name it in ForwardedHeaders:KnownProxies")]
    private partial void LogRefused(ClientAddress address, int refused);
}
