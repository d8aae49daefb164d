using System.Net.WebSockets;

namespace RoomMonitor.Web.Sockets;

/// <summary>The hub's beginning and end: on shutdown everybody gets 1001, and who doesn't answer is cut.</summary>
internal sealed partial class RoomSocketHub
{
    public override Task StartAsync(CancellationToken cancellationToken)
    {
        _lifetime.ApplicationStopping.Register(() => _ = CloseAllAsync());
        lock (_gate)
        {
            // Here and not in the loop: whoever connects right after the start finds every room.
            _subscription = _broadcaster.Subscribe();
            _snapshot = _subscription.Initial;
        }

        return base.StartAsync(cancellationToken);
    }

    public override void Dispose()
    {
        _subscription?.Dispose();
        _timer.Dispose();
        base.Dispose();
    }

    private async Task CloseAllAsync()
    {
        SocketConnection[] open;
        lock (_gate)
        {
            _isStopping = true;
            open = [.. _connections];
        }

        if (open.Length == 0)
        {
            return;
        }

        CloseEach(open, WebSocketCloseStatus.EndpointUnavailable, "The server is shutting down.");
        await Task.WhenAny(_allGone.Task, Task.Delay(Options.ShutdownTimeout, Clock));
        lock (_gate)
        {
            open = [.. _connections];
        }

        foreach (var connection in open)
        {
            connection.Abort();
        }
    }

    private static void CloseEach(IEnumerable<SocketConnection> connections, WebSocketCloseStatus status, string reason)
    {
        foreach (var connection in connections)
        {
            _ = connection.CloseAsync(status, reason);
        }
    }
}
