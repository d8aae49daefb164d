using RoomMonitor.Bench.Core;

namespace RoomMonitor.Bench.Circuits;

/// <summary>Many circuits on one page, all open.</summary>
public sealed class CircuitSwarm : IAsyncDisposable
{
    private const int AtOnce = 4;

    private readonly HttpClient _http = new(new SocketsHttpHandler { UseProxy = false, UseCookies = false, PooledConnectionIdleTimeout = TimeSpan.FromSeconds(2) });
    private PageCircuit[] _circuits = [];

    private CircuitSwarm()
    {
    }

    public IReadOnlyList<PageCircuit> Circuits => _circuits;

    public long Batches => _circuits.Sum(circuit => circuit.Batches);

    public long BatchBytes => _circuits.Sum(circuit => circuit.BatchBytes);

    /// <summary>Opens them a few at a time; returns when all have rendered.</summary>
    public static async Task<CircuitSwarm> OpenAsync(CircuitPage page, int count, BatchReceived? onBatch = null)
    {
        var swarm = new CircuitSwarm();
        var circuits = new PageCircuit[count];
        await Parallel.ForAsync(0, count, new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (number, _) =>
            circuits[number] = await PageCircuit.OpenAsync(number, swarm._http, page, onBatch));
        swarm._circuits = circuits;
        return swarm;
    }

    /// <summary>A circuit that ended by itself makes a run worthless.</summary>
    public void ThrowIfAnyFailed()
    {
        if (_circuits.FirstOrDefault(circuit => circuit.Failure is not null) is { } failed)
        {
            throw new BenchException($"Circuit {failed.Number} ended: {failed.Failure}");
        }
    }

    public async ValueTask DisposeAsync()
    {
        await Parallel.ForEachAsync(_circuits, new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, (circuit, _) => circuit.DisposeAsync());
        _http.Dispose();
    }
}
