using System.Diagnostics;
using System.Globalization;
using RoomMonitor.Bench.Core;
using RoomMonitor.Bench.Sockets;

namespace RoomMonitor.Bench.Soak;

/// <summary>Takes a sample every ten seconds.</summary>
internal sealed class SoakWatch(ProcessMeter server, SocketSwarm swarm, SoakCircuits circuits, SoakReceipts receipts)
{
    private const double Mib = 1024 * 1024;

    private static readonly TimeSpan _interval = TimeSpan.FromSeconds(10);
    private readonly ProcessMeter _self = new(Environment.ProcessId);

    /// <summary>Returns when the time is over.</summary>
    public async Task<IReadOnlyList<SoakSample>> RunAsync(TimeSpan time)
    {
        var samples = new List<SoakSample>();
        var started = Stopwatch.GetTimestamp();
        var (cpu, batches, last) = (server.CpuSeconds(), circuits.Batches, started);
        receipts.TakeLatencies();
        for (var due = _interval; due <= time; due += _interval)
        {
            await SettleUntilAsync(started, due);
            var (cpuNow, batchesNow, now) = (server.CpuSeconds(), circuits.Batches, Stopwatch.GetTimestamp());
            var seconds = Stopwatch.GetElapsedTime(last, now).TotalSeconds;
            var latencies = receipts.TakeLatencies();
            samples.Add(new SoakSample(
                Math.Round(Stopwatch.GetElapsedTime(started, now).TotalMinutes, 2),
                Math.Round(server.ResidentBytes() / Mib, 1),
                Math.Round((cpuNow - cpu) / seconds, 3),
                latencies.At(50),
                latencies.At(99),
                (await swarm.CountAsync()).Open,
                circuits.Count,
                Math.Round((batchesNow - batches) / seconds, 1),
                Math.Round(_self.ResidentBytes() / Mib, 1),
                latencies));
            (cpu, batches, last) = (cpuNow, batchesNow, now);
            await Console.Error.WriteLineAsync(Line(samples[^1]));
        }

        return samples;
    }

    private static string Line(SoakSample sample) => string.Create(
        CultureInfo.InvariantCulture,
        $"{sample.T:0.0} min: {sample.ResidentMib} MiB, {sample.Cores} cores, p50 {sample.P50} ms, p99 {sample.P99} ms, {sample.OpenSockets} sockets, {sample.OpenCircuits} circuits");

    private async Task SettleUntilAsync(long started, TimeSpan due)
    {
        for (var left = due - Stopwatch.GetElapsedTime(started); left > TimeSpan.Zero; left = due - Stopwatch.GetElapsedTime(started))
        {
            await Task.Delay(left < TimeSpan.FromSeconds(1) ? left : TimeSpan.FromSeconds(1));
            receipts.Settle();
        }
    }
}
