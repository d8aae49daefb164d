using System.Diagnostics;
using RoomMonitor.Bench.Browsers;
using RoomMonitor.Bench.Core;

namespace RoomMonitor.Bench.Circuits;

/// <summary>What changes cost that every circuit shows, and how soon they are seen.</summary>
/// <param name="Lost">Changes that a circuit wasn't sent within 5 s, over all circuits; or that the browser didn't show.</param>
/// <param name="ClockUncertainty">Of the browser's times.</param>
/// <param name="ServerCores">CPU of the server over the run, as a share of one core; its machine also runs circuits and browser.</param>
internal sealed record UpdateFigures(
    LatencyFigures Latency,
    int Lost,
    double ClockUncertainty,
    double ServerCores,
    double SwarmCores,
    double CpuMillisecondsPerEvent,
    double CpuMicrosecondsPerBatch,
    double BatchesPerEventAndCircuit,
    double BytesPerBatch)
{
    public static async Task<UpdateFigures> MeasureAsync(
        MeasuredServer server, CircuitSwarm swarm, MonitorBrowser browser, InstantReservations reservations, CircuitsSettings settings)
    {
        await reservations.RunAsync(settings.Warmup, settings.Rate);
        var own = new ProcessMeter(Environment.ProcessId);
        var clock = await browser.ReadClockAsync();
        var (batches, bytes, cpu, ownCpu, started) = (swarm.Batches, swarm.BatchBytes, server.Meter.CpuSeconds(), own.CpuSeconds(), Stopwatch.GetTimestamp());
        var changes = await reservations.RunAsync(settings.Events, settings.Rate);
        cpu = server.Meter.CpuSeconds() - cpu;
        ownCpu = own.CpuSeconds() - ownCpu;
        var seconds = Stopwatch.GetElapsedTime(started).TotalSeconds;
        batches = swarm.Batches - batches;
        bytes = swarm.BatchBytes - bytes;
        swarm.ThrowIfAnyFailed();

        // The browser may be a frame or two behind the circuits.
        await Task.Delay(TimeSpan.FromSeconds(1));
        var seen = Match(changes, await browser.ReadSeenAsync(), clock);
        return new UpdateFigures(
            LatencyFigures.Of(changes, seen, clock),
            changes.Sum(change => change.Missed) + changes.Count - seen.Count,
            Math.Round(clock.Uncertainty, 3),
            Math.Round(cpu / seconds, 3),
            Math.Round(ownCpu / seconds, 3),
            Math.Round(1e3 * cpu / changes.Count, 2),
            Math.Round(1e6 * cpu / batches, 1),
            Math.Round((double)batches / changes.Count / settings.Circuits, 2),
            Math.Round((double)bytes / batches, 0));
    }

    /// <summary>A room comes back to the same instant whenever a booking is cancelled: of those, the first one after the request.</summary>
    private static List<(RoomChange Change, SeenChange Seen)> Match(IEnumerable<RoomChange> changes, IReadOnlyList<SeenChange> seen, PageClock clock)
    {
        var notes = seen.Where(note => note.Shown > 0).ToLookup(note => (note.Room, note.Until));
        return [.. changes
            .Select(change => (Change: change, Seen: notes[(change.Room, change.Until)].FirstOrDefault(note => clock.Since(change.SentAt, note.Changed) > 0)))
            .Where(pair => pair.Seen is not null)
            .Select(pair => (pair.Change, pair.Seen!))];
    }
}
