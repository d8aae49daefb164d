using System.Net.WebSockets;

namespace RoomMonitor.Web.WebSockets;

/// <summary>
/// The sending side of one socket. Whoever finds it idle sends at once; while a send is under way messages wait in a bounded
/// queue, and a full queue is replaced by one status that is made when it is sent. Nobody ever waits for it.
/// </summary>
internal sealed class SocketConnection(RoomSocketHub hub, WebSocket socket, SocketChannel channel, bool wantsLightHeartbeat)
{
    private readonly Lock _gate = new();
    private readonly Queue<SocketMessage> _queue = new();
    private bool _sending;
    private bool _statusDue;
    private bool _closing;
    private bool _ended;
    private long _since;

    public SocketChannel Channel { get; } = channel;

    public bool WantsLightHeartbeat { get; } = wantsLightHeartbeat;

    /// <summary>Nothing more is sent; the peer's close frame is all that is awaited.</summary>
    public bool IsClosing => Volatile.Read(ref _closing);

    /// <summary>Adds a message of the channel. Never blocks.</summary>
    /// <returns>Whether the connection was idle: the caller calls <see cref="SendQueueAsync"/> once it holds no lock.</returns>
    public bool Enqueue(SocketMessage message)
    {
        lock (_gate)
        {
            if (_closing || _statusDue)
            {
                return false;
            }

            if (_queue.Count < hub.Options.QueueLength)
            {
                _queue.Enqueue(message);
            }
            else
            {
                _queue.Clear();
                _statusDue = true;
            }

            return StartSending();
        }
    }

    /// <summary>Answers the client itself (pong, error). Such a message isn't part of the state, so a status doesn't replace it.</summary>
    public void Reply(SocketMessage message)
    {
        bool isIdle;
        lock (_gate)
        {
            if (_closing || _queue.Count >= hub.Options.QueueLength)
            {
                return;
            }

            _queue.Enqueue(message);
            isIdle = StartSending();
        }

        if (isIdle)
        {
            _ = SendQueueAsync();
        }
    }

    /// <summary>Sends what there is, until there is nothing left. One at a time: who was told that the connection was idle.</summary>
    public async Task SendQueueAsync()
    {
        try
        {
            while (Next() is { } message)
            {
                // No token: cancelling a send kills the socket anyway, and the hub aborts the ones that are stuck.
                await socket.SendAsync(message.Utf8, WebSocketMessageType.Text, WebSocketMessageFlags.EndOfMessage, CancellationToken.None);
            }
        }
        catch (Exception exception)
        {
            Abort();
            hub.ReportSendFailure(exception);
        }
    }

    /// <summary>The fresh status that replaced the queue has been made: what follows it may be queued again. Under the hub's lock.</summary>
    public void StatusMade()
    {
        lock (_gate)
        {
            _statusDue = false;
        }
    }

    /// <summary>
    /// Begins to close: no message follows, the close frame goes out as soon as it can. The peer's answer ends the connection, or
    /// the hub, where it doesn't come. Never fails.
    /// </summary>
    public async Task CloseAsync(WebSocketCloseStatus status, string? reason)
    {
        lock (_gate)
        {
            if (_closing)
            {
                return;
            }

            Stop();
        }

        try
        {
            await socket.CloseOutputAsync(status, reason, CancellationToken.None);
        }
        catch (Exception exception)
        {
            Abort();
            hub.ReportSendFailure(exception);
        }
    }

    /// <summary>Cuts the connection.</summary>
    public void Abort()
    {
        lock (_gate)
        {
            Stop();
            if (_ended)
            {
                // Its request is over, and the server may use what belonged to it for another one.
                return;
            }
        }

        socket.Abort();
    }

    /// <summary>The socket is no more.</summary>
    public void End()
    {
        lock (_gate)
        {
            Stop();
            _ended = true;
        }
    }

    /// <summary>What the hub's tick has to do about this connection.</summary>
    public SocketVerdict Check(TimeProvider clock)
    {
        lock (_gate)
        {
            var elapsed = clock.GetElapsedTime(_since);
            return _closing ? elapsed >= hub.Options.CloseTimeout ? SocketVerdict.Abort : SocketVerdict.Fine
                : _sending && elapsed >= hub.Options.NoProgressTimeout ? SocketVerdict.Drop
                : SocketVerdict.Fine;
        }
    }

    private SocketMessage? Next()
    {
        lock (_gate)
        {
            _since = hub.Clock.GetTimestamp();
            if (!_statusDue || _closing)
            {
                _sending = _queue.TryDequeue(out var message);
                return message;
            }
        }

        return hub.FreshStatus(this);
    }

    private bool StartSending()
    {
        if (_sending)
        {
            return false;
        }

        _since = hub.Clock.GetTimestamp();
        return _sending = true;
    }

    private void Stop()
    {
        _queue.Clear();
        if (!_closing)
        {
            _closing = true;
            _since = hub.Clock.GetTimestamp();
        }
    }
}
