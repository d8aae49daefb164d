using System.ComponentModel.DataAnnotations;

namespace RoomMonitor.Web.Transport;

/// <summary>Section <c>Transport</c>.</summary>
public sealed class TransportOptions
{
    /// <summary>
    /// Connections, sockets included, that are served at the same time; more are closed at once. Null: as many as the process may
    /// have files open, less a reserve.
    /// </summary>
    [Range(1, int.MaxValue)]
    public int? MaxConnections { get; init; }
}
