namespace RoomMonitor.Bench.Sockets;

/// <summary>
/// Any number of WebSocket clients on one thread of their own, at a few microseconds of CPU a message. They answer pings, look at
/// the order of what arrives (<see cref="CountAsync"/>) and tell each message with its time to one listener. Linux only.
/// </summary>
public sealed class SocketSwarm : IAsyncDisposable
{
    // What a process has open besides its sockets: RoomMonitor 300 to start with. One that runs out of files is lost.
    private const int OtherFiles = 500;

    private readonly SwarmLoop _loop;

    /// <param name="server">http, and an address, not a name.</param>
    /// <param name="received">Where messages go.</param>
    /// <param name="mostOpening">How many sockets may be on their way to their first message at once.</param>
    public SocketSwarm(Uri server, MessageReceived? received = null, int mostOpening = 64)
    {
        _loop = new SwarmLoop(server, received, mostOpening);
    }

    /// <summary>
    /// Raises the limit on open files for this process and the servers that it starts afterwards. Tells how many of the wanted
    /// sockets it carries: all of them, unless the machine forbids it.
    /// </summary>
    public static int MakeRoomFor(int sockets) => Math.Min(sockets, Libc.RaiseOpenFiles(sockets + OtherFiles) - OtherFiles);

    /// <summary>Opens sockets; done when each has received its first message or has failed. Which, the sockets tell.</summary>
    /// <param name="path">Path and query for each, by its place among these (0 to count - 1).</param>
    /// <param name="receiveBuffer">What each takes while it doesn't read, in bytes, as over Ethernet; 0: as loopback has it, which is megabytes at either end.</param>
    public async Task<IReadOnlyList<SwarmSocket>> OpenAsync(int count, Func<int, string> path, TimeSpan timeout, int receiveBuffer = 0)
    {
        if (count == 0)
        {
            return [];
        }

        var opening = new SwarmOpening(count);
        var sockets = await OnLoopAsync(() => Enumerable.Range(0, count).Select(i => _loop.Add(path(i), opening, receiveBuffer)).ToArray());
        try
        {
            await opening.Done.WaitAsync(timeout);
        }
        catch (TimeoutException)
        {
            await OnLoopAsync(() => ForEach(sockets.Where(socket => !socket.IsOpen), socket => _loop.End(socket, "not open in time")));
        }

        return sockets;
    }

    /// <summary>Closes sockets as a browser does that leaves the page: a close frame, and no waiting for its answer.</summary>
    public Task CloseAsync(IEnumerable<SwarmSocket> sockets) =>
        OnLoopAsync(() => ForEach(
            sockets,
            socket =>
            {
                socket.TrySend(ClientFrame.Close(1001));
                _loop.End(socket, null);
            }));

    /// <summary>Sends any bytes on a connection: a <see cref="ClientFrame"/>, or nonsense.</summary>
    /// <returns>False where the connection has ended or takes no more.</returns>
    public Task<bool> SendAsync(SwarmSocket socket, ReadOnlyMemory<byte> bytes) => OnLoopAsync(() => socket.TrySend(bytes.Span));

    /// <summary>Makes sockets stop reading, pings too, until <see cref="ResumeAsync"/>.</summary>
    public Task PauseAsync(IEnumerable<SwarmSocket> sockets) => OnLoopAsync(() => ForEach(sockets, socket => _loop.Listen(socket, reads: false)));

    public Task ResumeAsync(IEnumerable<SwarmSocket> sockets) => OnLoopAsync(() => ForEach(sockets, socket => _loop.Listen(socket, reads: true)));

    public Task<SwarmCounts> CountAsync() => OnLoopAsync(() => _loop.Counts);

    public ValueTask DisposeAsync()
    {
        _loop.Post(_loop.Stop);
        _loop.Dispose();
        return ValueTask.CompletedTask;
    }

    private static int ForEach(IEnumerable<SwarmSocket> sockets, Action<SwarmSocket> action)
    {
        var count = 0;
        foreach (var socket in sockets)
        {
            action(socket);
            count++;
        }

        return count;
    }

    private Task<T> OnLoopAsync<T>(Func<T> function)
    {
        var result = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
        _loop.Post(() =>
        {
            try
            {
                result.SetResult(function());
            }
            catch (Exception exception)
            {
                result.SetException(exception);
            }
        });
        return result.Task;
    }
}
