using System.Collections.Concurrent;

namespace RoomMonitor.Bench.Sockets;

/// <summary>The one thread that owns all sockets of a swarm. Everything here happens on it, but <see cref="Post"/>.</summary>
internal sealed unsafe class SwarmLoop : IDisposable
{
    private const int WakeKey = -1;

    private readonly Epoll _epoll = new();
    private readonly int _wake = Libc.NewEvent(0, 0);
    private readonly ConcurrentQueue<Action> _posted = new();
    private readonly List<SwarmSocket> _sockets = [];
    private readonly Queue<SwarmSocket> _waiting = new();
    private readonly SwarmTally _tally = new();
    private readonly SocketOpener _opener;
    private readonly FrameReader _reader;
    private readonly MessageReceived? _received;
    private readonly int _mostOpening;
    private readonly Thread _thread;
    private int _opening;
    private bool _isStopping;

    public SwarmLoop(Uri server, MessageReceived? received, int mostOpening)
    {
        _opener = new SocketOpener(server);
        _reader = new FrameReader(Receive);
        _received = received;
        _mostOpening = mostOpening;
        _epoll.Add(_wake, Epoll.Readable, WakeKey);
        _thread = new Thread(Run) { Name = "swarm", IsBackground = true };
        _thread.Start();
    }

    public SwarmCounts Counts => _tally.Counts;

    /// <summary>Has the thread do something, soon.</summary>
    public void Post(Action action)
    {
        _posted.Enqueue(action);
        _ = Libc.Signal(_wake, 1);
    }

    public SwarmSocket Add(string path, SwarmOpening opening, int receiveBuffer)
    {
        var socket = new SwarmSocket(_sockets.Count, path, opening, receiveBuffer);
        _sockets.Add(socket);
        _waiting.Enqueue(socket);
        return socket;
    }

    public void Listen(SwarmSocket socket, bool reads)
    {
        if (socket.Fd >= 0)
        {
            _epoll.Change(socket.Fd, reads ? Epoll.Readable : 0, socket.Index);
        }
    }

    /// <param name="reason">Null where it is closed here.</param>
    public void End(SwarmSocket socket, string? reason)
    {
        if (socket.State == SwarmSocketState.Ended)
        {
            return;
        }

        var wasOpen = socket.IsOpen;
        _opening -= socket.State is SwarmSocketState.Waiting or SwarmSocketState.Open ? 0 : 1;
        socket.State = SwarmSocketState.Ended;
        socket.EndReason = reason ?? "closed here";
        _ = Libc.Close(socket.Fd);
        socket.Fd = -1;
        socket.Forget();
        _tally.Ended(wasOpen, reason);
        if (!wasOpen)
        {
            socket.Opening.CountOne();
        }
    }

    public void Stop()
    {
        _sockets.ForEach(socket => End(socket, null));
        _isStopping = true;
    }

    /// <summary>After <see cref="Stop"/> was posted.</summary>
    public void Dispose()
    {
        _thread.Join();
        _epoll.Dispose();
        _ = Libc.Close(_wake);
    }

    private void Run()
    {
        while (!_isStopping)
        {
            var count = _epoll.Wait();
            for (var i = 0; i < count; i++)
            {
                Handle(_epoll.Key(i), _epoll.Events(i));
            }

            while (_posted.TryDequeue(out var action))
            {
                action();
            }

            OpenNext();
        }
    }

    private void Handle(int key, uint events)
    {
        if (key == WakeKey)
        {
            ulong signals;
            _ = Libc.TakeSignals(_wake, &signals);
            return;
        }

        var socket = _sockets[key];
        if (socket.Fd < 0)
        {
            return;
        }

        string? end;
        if (socket.State == SwarmSocketState.Connecting)
        {
            end = _opener.Upgrade(socket);
            _epoll.Change(socket.Fd, Epoll.Readable, key);
        }
        else
        {
            end = _reader.Read(socket);
        }

        if (end is not null)
        {
            End(socket, end);
        }
    }

    private void OpenNext()
    {
        while (_opening < _mostOpening && _waiting.TryDequeue(out var socket))
        {
            if (socket.State != SwarmSocketState.Waiting)
            {
                continue;
            }

            _opening++;
            socket.State = SwarmSocketState.Connecting;
            if (_opener.Connect(socket) is { } failure)
            {
                End(socket, failure);
            }
            else
            {
                _epoll.Add(socket.Fd, Epoll.Writable, socket.Index);
            }
        }
    }

    private void Receive(SwarmSocket socket, SwarmMessage message, long now)
    {
        if (!socket.IsOpen)
        {
            socket.State = SwarmSocketState.Open;
            socket.OpenedAt = now;
            _opening--;
            _tally.Opened();
            socket.Opening.CountOne();
        }

        socket.Received++;
        _tally.Message(socket.Judge(message));
        _received?.Invoke(socket, message, now);
    }
}
