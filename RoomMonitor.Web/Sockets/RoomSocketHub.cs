using System.Net.WebSockets;
using Microsoft.Extensions.Options;
using RoomMonitor.Domain.Time;
using RoomMonitor.Web.Realtime;
using RoomMonitor.Web.Sockets.Transport;

namespace RoomMonitor.Web.Sockets;

/// <summary>
/// All sockets of this process: the broadcaster's one subscriber for them. Owns the channels, passes on what changes, beats, and
/// drops who makes no progress. A singleton that runs as long as the host does.
/// </summary>
internal sealed partial class RoomSocketHub : BackgroundService
{
    /// <summary>Progress, heartbeats and unanswered close frames are looked at this often.</summary>
    public static readonly TimeSpan TickInterval = TimeSpan.FromSeconds(1);

    private readonly Lock _gate = new();
    private readonly HashSet<SocketConnection> _connections = [];
    private readonly TaskCompletionSource _allGone = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TimeProvider _campus;
    private readonly IHostApplicationLifetime _lifetime;
    private readonly ILogger<RoomSocketHub> _logger;
    private readonly OccupancyBroadcaster _broadcaster;
    private readonly SocketChannels _channels;
    private readonly PeriodicTimer _timer;

    // The board as the sockets know it: as of the last update that went out.
    private OccupancySnapshot _snapshot;
    private OccupancySubscription? _subscription;
    private bool _isStopping;

    public RoomSocketHub(
        OccupancyBroadcaster broadcaster,
        IOptions<SocketOptions> options,
        TimeProvider clock,
        [FromKeyedServices(CampusTime.Key)] TimeProvider campus,
        IHostApplicationLifetime lifetime,
        ILogger<RoomSocketHub> logger)
    {
        Options = options.Value;
        Clock = clock;
        _campus = campus;
        _lifetime = lifetime;
        _logger = logger;
        _channels = new SocketChannels(Messages, Options);
        _timer = new PeriodicTimer(TickInterval, clock);
        _broadcaster = broadcaster;
        _snapshot = broadcaster.Snapshot;
    }

    /// <summary>Sockets that are open now.</summary>
    public int ConnectionCount
    {
        get
        {
            lock (_gate)
            {
                return _connections.Count;
            }
        }
    }

    public SocketOptions Options { get; }

    /// <summary>Real time: heartbeats, limits, progress.</summary>
    public TimeProvider Clock { get; }

    public SocketMessages Messages { get; } = new();

    public DateTime CampusNow => _campus.GetUtcNow().UtcDateTime;

    public bool Exists(SocketAddress address)
    {
        lock (_gate)
        {
            return SocketChannels.Exist(address, _snapshot);
        }
    }

    /// <summary>Keeps a socket for as long as it lives.</summary>
    /// <param name="sender">Takes whole frames past the socket, where there is one.</param>
    /// <param name="frames">What comes from the client; null where the server is not Kestrel.</param>
    /// <param name="expelled">Called when the socket is closed because the client did what the protocol forbids.</param>
    public async Task ServeAsync(
        WebSocket socket, SocketSender? sender, ClientFrames? frames, SocketAddress address, bool wantsLightHeartbeat, Action expelled)
    {
        var connection = Open(socket, sender, frames, address, wantsLightHeartbeat);
        connection.Expelled = expelled;
        frames?.Flooded = () => connection.ExpelAsync(
            WebSocketCloseStatus.PolicyViolation, $"At most {Options.MaxFrames} frames in {Options.FrameWindow.TotalSeconds:0.###} s.");
        try
        {
            await new SocketReceiver(this, socket, connection).RunAsync();
        }
        finally
        {
            Remove(connection);
        }
    }

    /// <summary>Answers a request with the message that is sent on connect, in line with the changes around it.</summary>
    public void SendStatus(SocketConnection connection)
    {
        SocketDelivery delivery;
        lock (_gate)
        {
            delivery = NewDelivery();
            Post(connection, delivery);
        }

        delivery.Start();
    }

    /// <summary>The status that stands for all that the connection missed; null where there is nothing left to tell.</summary>
    public SocketMessage? FreshStatus(SocketConnection connection)
    {
        lock (_gate)
        {
            connection.StatusMade();
            return connection.Channel.ExistsIn(_snapshot) ? connection.Channel.Status(NewDelivery()) : null;
        }
    }

    /// <summary>Tells of a send that failed, unless the peer is just gone.</summary>
    public void ReportSendFailure(Exception exception)
    {
        if (!SocketFailure.IsOfPeer(exception))
        {
            LogSendFailure(exception);
        }
    }

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.WhenAll(PumpAsync(_subscription!, stoppingToken), TickAsync(stoppingToken));

    private SocketConnection Open(WebSocket socket, SocketSender? sender, ClientFrames? frames, SocketAddress address, bool wantsLightHeartbeat)
    {
        SocketConnection connection;
        SocketDelivery delivery;
        bool isRefused;
        lock (_gate)
        {
            delivery = NewDelivery();
            connection = new SocketConnection(this, socket, sender, frames, _channels.Get(address), wantsLightHeartbeat);
            _connections.Add(connection);
            isRefused = _isStopping || !connection.Channel.ExistsIn(_snapshot);
            if (!isRefused)
            {
                // Status and registration in one step: the next change follows the status without a gap.
                connection.Channel.Add(connection, Clock);
                Post(connection, delivery);
            }
        }

        if (isRefused)
        {
            _ = connection.CloseAsync(WebSocketCloseStatus.EndpointUnavailable, "Nothing to be told here any more.");
        }

        delivery.Start();
        return connection;
    }

    private void Remove(SocketConnection connection)
    {
        connection.End();
        lock (_gate)
        {
            connection.Channel.Remove(connection);
            _connections.Remove(connection);
            if (_isStopping && _connections.Count == 0)
            {
                _allGone.TrySetResult();
            }
        }
    }

    private void Post(SocketConnection connection, SocketDelivery delivery)
    {
        if (connection.Channel.ExistsIn(_snapshot))
        {
            delivery.Post(connection, connection.Channel.Status(delivery));
        }
    }

    private SocketDelivery NewDelivery() => new(_snapshot, CampusNow);
}
