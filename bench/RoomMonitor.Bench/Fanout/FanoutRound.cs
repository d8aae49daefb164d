using System.Diagnostics;
using RoomMonitor.Bench.Core;
using RoomMonitor.Bench.Sockets;

namespace RoomMonitor.Bench.Fanout;

/// <summary>One round on one server: connect, idle, warm up, count.</summary>
public sealed class FanoutRound(FanoutSettings settings, string name)
{
    private static readonly TimeSpan _connectTimeout = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan _drainTimeout = TimeSpan.FromSeconds(10);

    private readonly ReservationReceipts _receipts = new(settings.Clients);

    public async Task<FanoutFigures> RunAsync()
    {
        await using var server = await FanoutServer.StartAsync(name, settings.Rooms, settings.Settings);
        var residentAlone = server.Meter.ResidentBytes();

        await using var swarm = new SocketSwarm(server.Address, _receipts.Receive);
        var started = Stopwatch.GetTimestamp();
        var sockets = await swarm.OpenAsync(settings.Clients, nth => settings.PathOf(name, nth), _connectTimeout);
        var connectSeconds = Stopwatch.GetElapsedTime(started).TotalSeconds;
        var open = sockets.Where(socket => socket.OpenedAt > 0).ToArray();

        await Task.Delay(TimeSpan.FromSeconds(settings.Idle));
        var residentWithAll = server.Meter.ResidentBytes();

        var load = new ReservationLoad(server.Client, settings.Rooms);
        await DrainAsync(await load.RunAsync(settings.Warmup, settings.Rate), open);

        await using var flooders = new Flooders(server.Address, settings.Flooders);
        var self = new ProcessMeter(Environment.ProcessId);
        var (cpu, loadCpu, began) = (server.Meter.CpuSeconds(), self.CpuSeconds(), Stopwatch.GetTimestamp());
        var sent = await load.RunAsync(settings.Events, settings.Rate);
        await DrainAsync(sent, open);
        cpu = server.Meter.CpuSeconds() - cpu;
        loadCpu = (self.CpuSeconds() - loadCpu) / Stopwatch.GetElapsedTime(began).TotalSeconds;

        var deliveries = FanoutDeliveries.Of(sent, open, settings, _receipts);
        var counts = await swarm.CountAsync();
        Report(sent, counts);
        return new FanoutFigures(
            Math.Round(cpu * 1e6 / Math.Max(1, deliveries.Latencies.Count), 3),
            Distribution.Of(deliveries.Latencies),
            Distribution.Of(deliveries.LastClients),
            Distribution.Of(sent.Select(reservation => Stopwatch.GetElapsedTime(reservation.SentAt, reservation.AnsweredAt).TotalMilliseconds)),
            deliveries.Lost,
            deliveries.Doubled,
            counts.OutOfOrder,
            counts.Gaps,
            counts.Failed,
            counts.ClosedEarly,
            sent.Count(reservation => reservation.Failure is not null),
            Math.Round(connectSeconds, 3),
            Math.Round((residentWithAll - residentAlone) / 1024.0 / Math.Max(1, open.Length), 3),
            Math.Round(loadCpu, 3),
            flooders.Closed);
    }

    /// <summary>Waits until everybody has everything, or for as long as that may take.</summary>
    private async Task DrainAsync(IReadOnlyList<SentReservation> sent, IReadOnlyCollection<SwarmSocket> open)
    {
        var made = sent.Where(reservation => reservation.Failure is null).ToArray();
        var expected = made.Sum(reservation => open.LongCount(socket => settings.Hears(socket.Index, reservation.RoomId)));
        var started = Stopwatch.GetTimestamp();
        while (made.Sum(reservation => (long)_receipts.Count(reservation.ReservationId).Received) < expected && Stopwatch.GetElapsedTime(started) < _drainTimeout)
        {
            await Task.Delay(20);
        }
    }

    private static void Report(IReadOnlyList<SentReservation> sent, SwarmCounts counts)
    {
        foreach (var (reason, count) in counts.Reasons)
        {
            Console.Error.WriteLine($"{count} connections failed or were closed early: {reason}");
        }

        foreach (var failure in sent.Where(reservation => reservation.Failure is not null).GroupBy(reservation => reservation.Failure).Take(5))
        {
            Console.Error.WriteLine($"{failure.Count()} reservations were not made: {failure.Key}");
        }
    }
}
