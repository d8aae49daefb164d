using Microsoft.AspNetCore.Components.Server.Circuits;

namespace RoomMonitor.Web.Features.RoomDetails.Presence;

/// <summary>A circuit whose connection is down waits for its reader, who is not there: it counts again when the connection is back.</summary>
internal sealed class PresenceCircuitHandler(PresenceFeed feed) : CircuitHandler
{
    public override Task OnConnectionUpAsync(Circuit circuit, CancellationToken cancellationToken)
    {
        feed.SetConnected(true);
        return Task.CompletedTask;
    }

    public override Task OnConnectionDownAsync(Circuit circuit, CancellationToken cancellationToken)
    {
        feed.SetConnected(false);
        return Task.CompletedTask;
    }
}
