using System.Diagnostics;
using RoomMonitor.Bench.Core;

namespace RoomMonitor.Bench.Circuits;

/// <summary>What circuits cost that nothing happens on.</summary>
/// <param name="OpenedIn">Seconds from the first page asked for to the last circuit rendered.</param>
/// <param name="MibBefore">Resident memory without circuits, after some were opened and left.</param>
/// <param name="MibWith">With all of them, at the end of the idle time.</param>
/// <param name="IdleCores">CPU while nothing changes, as a share of one core; a sign of life every 5 s to and from each circuit is in it.</param>
/// <param name="IdleBatches">Render batches in that time.</param>
internal sealed record IdleFigures(
    double OpenedIn, double MibBefore, double MibWith, double MibPerCircuit, double KibSentPerCircuit, double IdleCores, long IdleBatches)
{
    private const double Mib = 1024 * 1024;

    /// <summary>Opens the circuits and watches them idle; they stay open.</summary>
    public static async Task<(IdleFigures Figures, CircuitSwarm Swarm)> MeasureAsync(
        MeasuredServer server, CircuitPage page, CircuitsSettings settings, BatchReceived? onBatch = null)
    {
        await (await CircuitSwarm.OpenAsync(page, CircuitsSettings.WarmCircuits)).DisposeAsync();
        await Task.Delay(TimeSpan.FromSeconds(3));
        var before = server.Meter.ResidentBytes();
        var started = Stopwatch.GetTimestamp();
        var swarm = await CircuitSwarm.OpenAsync(page, settings.Circuits, onBatch);
        var opened = Stopwatch.GetElapsedTime(started);
        await Task.Delay(TimeSpan.FromSeconds(5));
        var (batches, sent) = (swarm.Batches, swarm.BatchBytes);
        var idle = TimeSpan.FromSeconds(settings.Idle);
        var cpu = server.Meter.CpuSeconds();
        await Task.Delay(idle);
        cpu = server.Meter.CpuSeconds() - cpu;
        var with = server.Meter.ResidentBytes();
        swarm.ThrowIfAnyFailed();
        return (
            new IdleFigures(
                Math.Round(opened.TotalSeconds, 2),
                Math.Round(before / Mib, 1),
                Math.Round(with / Mib, 1),
                Math.Round((with - before) / Mib / settings.Circuits, 3),
                Math.Round(sent / 1024.0 / settings.Circuits, 1),
                Math.Round(cpu / idle.TotalSeconds, 4),
                swarm.Batches - batches),
            swarm);
    }
}
