using Microsoft.AspNetCore.Components.Server.Circuits;

namespace RoomMonitor.Web.Sockets.Circuits;

/// <summary>Lives as long as the circuit, and keeps its place. The framework makes it with the circuit's first components.</summary>
internal sealed class CircuitPlaceHandler : CircuitHandler, IDisposable
{
    private readonly CircuitPlace? _place = CircuitPlace.Keep();

    public void Dispose() => _place?.Dispose();
}
