using RoomMonitor.Bench.Sockets;

namespace RoomMonitor.Bench.Soak;

/// <summary>The sockets of a soak: most stay and read, the others come and go, stop reading, or send what they may not.</summary>
internal sealed class SoakSockets(SocketSwarm swarm, SoakSettings settings, SoakErrors errors)
{
    private static readonly TimeSpan _openTimeout = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan _round = TimeSpan.FromSeconds(5);

    /// <summary>So little that a socket that doesn't read is felt at the other end within seconds.</summary>
    private const int SmallBuffer = 16 * 1024;

    private readonly string _path = settings.Heartbeat == "light" ? "/ws/rooms/overview/?heartbeat=light" : "/ws/rooms/overview/";
    private readonly Random _random = new(1);
    private readonly Queue<SwarmSocket> _passing = [];
    private IReadOnlyList<SwarmSocket> _steady = [];
    private SwarmSocket[] _rude = [];

    /// <summary>The steady ones first, so that they are the first of the swarm.</summary>
    public async Task OpenAsync()
    {
        _steady = await OpenAsync(settings.Steady);
        foreach (var socket in await OpenAsync(settings.Passing))
        {
            _passing.Enqueue(socket);
        }

        _rude = [.. await OpenAsync(settings.Rude)];
    }

    /// <summary>Until it is cancelled.</summary>
    public async Task RunAsync(CancellationToken stop)
    {
        try
        {
            await Task.WhenAll([PassAsync(stop), BeRudeAsync(stop), .. Enumerable.Range(0, settings.Slow).Select(nth => BeSlowAsync(new Random(nth), stop))]);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // The end of the run.
        }
    }

    /// <summary>A steady socket that is gone is an error.</summary>
    public void CountClosed()
    {
        foreach (var socket in _steady.Where(socket => !socket.IsOpen))
        {
            errors.Add($"A steady socket ended: {socket.EndReason}");
        }
    }

    private async Task<IReadOnlyList<SwarmSocket>> OpenAsync(int count, int receiveBuffer = 0)
    {
        var sockets = await swarm.OpenAsync(count, _ => _path, _openTimeout, receiveBuffer);
        foreach (var socket in sockets.Where(socket => socket.OpenedAt == 0))
        {
            errors.Add($"A socket did not open: {socket.EndReason}");
        }

        return sockets;
    }

    private async Task PassAsync(CancellationToken stop)
    {
        using var timer = new PeriodicTimer(_round);
        while (await timer.WaitForNextTickAsync(stop))
        {
            var leaving = Enumerable.Range(0, settings.Leaving).Select(_ => _passing.Dequeue()).ToList();
            foreach (var socket in leaving.Where(socket => !socket.IsOpen))
            {
                errors.Add($"A passing socket ended: {socket.EndReason}");
            }

            await swarm.CloseAsync(leaving);
            foreach (var socket in await OpenAsync(leaving.Count))
            {
                _passing.Enqueue(socket);
            }
        }
    }

    private async Task BeRudeAsync(CancellationToken stop)
    {
        using var timer = new PeriodicTimer(_round);
        while (await timer.WaitForNextTickAsync(stop))
        {
            var open = _rude.Where(socket => socket.IsOpen).ToList();
            _rude = [.. open, .. await OpenAsync(_rude.Length - open.Count)];
            foreach (var socket in _rude)
            {
                await swarm.SendAsync(socket, RudeFrames.Any(_random));
            }
        }
    }

    /// <summary>Doesn't read for 5 to 60 s, which the server takes for about 40; then reads again, or opens again.</summary>
    private async Task BeSlowAsync(Random random, CancellationToken stop)
    {
        // Not all at the same time.
        await Task.Delay(TimeSpan.FromSeconds(15 * random.NextDouble()), stop);
        SwarmSocket? socket = null;
        while (true)
        {
            socket = socket is { IsOpen: true } ? socket : (await OpenAsync(1, SmallBuffer))[0];
            await swarm.PauseAsync([socket]);
            await Task.Delay(TimeSpan.FromSeconds(5 + (55 * random.NextDouble())), stop);
            await swarm.ResumeAsync([socket]);
            await Task.Delay(TimeSpan.FromSeconds(10), stop);
        }
    }
}
