using System.Net.WebSockets;
using RoomMonitor.Bench.Circuits;
using RoomMonitor.Bench.Core;

namespace RoomMonitor.Bench.Soak;

/// <summary>The circuits of a soak, on /monitor: every few seconds the oldest leaves and another opens, and one loses its connection and comes back.</summary>
internal sealed class SoakCircuits(CircuitPage page, SoakSettings settings, SoakErrors errors) : IAsyncDisposable
{
    private static readonly TimeSpan _round = TimeSpan.FromSeconds(5);

    private readonly HttpClient _http = new(new SocketsHttpHandler { UseProxy = false, UseCookies = false, PooledConnectionIdleTimeout = TimeSpan.FromSeconds(2) });
    private readonly Queue<PageCircuit> _open = [];
    private int _opened;
    private long _batches;

    public int Count => _open.Count;

    /// <summary>Render batches of all circuits so far.</summary>
    public long Batches => Interlocked.Read(ref _batches);

    public async Task OpenAsync()
    {
        // Each once: what fails is an error, and the next round tries again.
        for (var missing = settings.Circuits - _open.Count; missing > 0; missing--)
        {
            await OpenOneAsync();
        }
    }

    /// <summary>Until it is cancelled.</summary>
    public async Task RunAsync(CancellationToken stop)
    {
        using var timer = new PeriodicTimer(_round);
        try
        {
            while (settings.Circuits > 0 && await timer.WaitForNextTickAsync(stop))
            {
                await CloseOneAsync();
                await OpenAsync();
                if (_open.TryDequeue(out var staying))
                {
                    _open.Enqueue(staying);
                    await TryAsync(staying.ReconnectAsync);
                }
            }
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // The end of the run.
        }
    }

    public async ValueTask DisposeAsync()
    {
        while (_open.Count > 0)
        {
            await CloseOneAsync();
        }

        _http.Dispose();
    }

    private Task OpenOneAsync() => TryAsync(async () =>
        _open.Enqueue(await PageCircuit.OpenAsync(_opened++, _http, page, (_, _, _) => Interlocked.Increment(ref _batches))));

    private async Task CloseOneAsync()
    {
        if (!_open.TryDequeue(out var leaving))
        {
            return;
        }

        if (leaving.Failure is { } failure)
        {
            errors.Add($"A circuit ended: {failure}");
        }

        await TryAsync(async () => await leaving.DisposeAsync());
    }

    private async Task TryAsync(Func<Task> action)
    {
        try
        {
            await action();
        }
        catch (Exception exception) when (exception is HttpRequestException or WebSocketException or BenchException or TimeoutException or OperationCanceledException)
        {
            errors.Add($"A circuit failed: {exception.Message}");
        }
    }
}
