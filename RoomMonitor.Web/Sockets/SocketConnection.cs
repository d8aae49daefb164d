using System.Net.WebSockets;
using RoomMonitor.Web.Sockets.Transport;

namespace RoomMonitor.Web.Sockets;

/// <summary>
/// The sending side of one socket. Whoever finds it idle sends at once; while a send is under way messages wait in a bounded
/// queue, and a full queue is replaced by one status that is made when it is sent. Nobody ever waits for it.
/// </summary>
/// <param name="sender">Takes whole frames past <paramref name="socket"/>, which keeps control frames and receiving; null where there is no such way.</param>
/// <param name="frames">What comes from the client; null where the server is not Kestrel.</param>
internal sealed class SocketConnection(
    RoomSocketHub hub, WebSocket socket, SocketSender? sender, ClientFrames? frames, SocketChannel channel, bool wantsLightHeartbeat)
{
    private readonly Lock _gate = new();
    private Queue<SocketMessage>? _queue;
    private (WebSocketCloseStatus Status, string? Reason)? _closeDue;
    private TaskCompletionSource? _closeSent;
    private Action? _expelled;
    private bool _sending;
    private bool _statusDue;
    private bool _closing;
    private bool _ended;
    private long _since;

    public SocketChannel Channel { get; } = channel;

    public bool WantsLightHeartbeat { get; } = wantsLightHeartbeat;

    /// <summary>When the channel's next heartbeat is due here; the channel's alone.</summary>
    public long BeatDue { get; set; }

    /// <summary>Nothing more is sent; the peer's close frame is all that is awaited.</summary>
    public bool IsClosing => Volatile.Read(ref _closing);

    /// <summary>Called once, when it is closed because the client did what the protocol forbids.</summary>
    public Action? Expelled { set => _expelled = value; }

    /// <summary>Adds a message of the channel. Never blocks.</summary>
    /// <returns>Whether the connection was idle: the caller calls <see cref="SendAsync"/> with the message once it holds no lock.</returns>
    public bool Enqueue(SocketMessage message)
    {
        lock (_gate)
        {
            if (_closing || _statusDue)
            {
                return false;
            }

            if (StartSending())
            {
                return true;
            }

            if (!TryQueue(message))
            {
                _queue = null;
                _statusDue = true;
            }

            return false;
        }
    }

    /// <summary>Answers the client itself (pong, error). Such a message isn't part of the state, so a status doesn't replace it.</summary>
    public void Reply(SocketMessage message)
    {
        lock (_gate)
        {
            if (_closing)
            {
                return;
            }

            if (!StartSending())
            {
                TryQueue(message);
                return;
            }
        }

        _ = SendAsync(message);
    }

    /// <summary>Sends, and what has come meanwhile, until there is nothing left. One at a time: who was told that the connection was idle.</summary>
    public async Task SendAsync(SocketMessage first)
    {
        try
        {
            for (var message = first; message is not null; message = Next())
            {
                // Not past a socket that has closed by itself, as it does where the peer breaks the protocol.
                var direct = socket.State == WebSocketState.Open ? sender : null;

                // No token: cancelling a send kills the socket anyway, and the hub aborts the ones that are stuck.
                await (direct?.SendAsync(message.Frame)
                    ?? socket.SendAsync(message.Utf8, WebSocketMessageType.Text, WebSocketMessageFlags.EndOfMessage, CancellationToken.None));
            }

            await CloseIfDueAsync();
        }
        catch (Exception exception)
        {
            Fail(exception);
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
    /// Begins to close: no message follows but the one that is under way, then the close frame goes out. The peer's answer ends the
    /// connection, or the hub, where it doesn't come.
    /// </summary>
    /// <returns>Ends when the close frame is out, or can't be sent any more. Never fails.</returns>
    public Task CloseAsync(WebSocketCloseStatus status, string? reason)
    {
        lock (_gate)
        {
            if (_closing)
            {
                return _closeSent?.Task ?? Task.CompletedTask;
            }

            Stop();
            _closeDue = (status, reason);
            _closeSent = new(TaskCreationOptions.RunContinuationsAsynchronously);
        }

        _ = CloseIfDueAsync();
        return _closeSent.Task;
    }

    /// <summary>Begins to close for something that the client did: its address opens the next one later.</summary>
    public Task ExpelAsync(WebSocketCloseStatus status, string reason)
    {
        if (!IsClosing)
        {
            // Before the client hears of it: it may come again at once.
            Interlocked.Exchange(ref _expelled, null)?.Invoke();
        }

        return CloseAsync(status, reason);
    }

    /// <summary>Cuts the connection.</summary>
    public void Abort()
    {
        lock (_gate)
        {
            GiveUp();
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
            GiveUp();
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
                : frames?.IsLate() == true ? SocketVerdict.Late
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
                SocketMessage? message = null;
                _sending = _queue?.TryDequeue(out message) == true;
                return message;
            }
        }

        return hub.FreshStatus(this) ?? Next();
    }

    private async Task CloseIfDueAsync()
    {
        (WebSocketCloseStatus Status, string? Reason)? due;
        lock (_gate)
        {
            if (_sending)
            {
                // Whoever sends does it afterwards: no message may follow a close frame.
                return;
            }

            (due, _closeDue) = (_closeDue, null);
        }

        if (due is not var (status, reason))
        {
            return;
        }

        try
        {
            await socket.CloseOutputAsync(status, reason, CancellationToken.None);
            _closeSent!.TrySetResult();
        }
        catch (Exception exception)
        {
            Fail(exception);
        }
    }

    private void Fail(Exception exception)
    {
        Abort();
        hub.ReportSendFailure(exception);
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

    /// <returns>False where the queue is full.</returns>
    private bool TryQueue(SocketMessage message)
    {
        if (_queue?.Count >= hub.Options.QueueLength)
        {
            return false;
        }

        (_queue ??= new()).Enqueue(message);
        return true;
    }

    private void GiveUp()
    {
        Stop();
        _closeDue = null;
        _closeSent?.TrySetResult();
    }

    private void Stop()
    {
        _queue = null;
        if (!_closing)
        {
            _closing = true;
            frames?.Stop();
            _since = hub.Clock.GetTimestamp();
        }
    }
}
