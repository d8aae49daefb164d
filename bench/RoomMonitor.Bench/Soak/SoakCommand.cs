using RoomMonitor.Bench.Circuits;
using RoomMonitor.Bench.Core;
using RoomMonitor.Bench.Sockets;

namespace RoomMonitor.Bench.Soak;

/// <summary>
/// The command <c>soak</c>: a long time with many sockets and circuits, of which some come and go, don't read or send nonsense, while
/// rooms are booked and cancelled. Memory and latency are to stay, and nothing is to be lost.
/// </summary>
internal static class SoakCommand
{
    /// <summary>Memory of the last third over that of the second.</summary>
    private const double MemoryTarget = 1.05;

    public static async Task<int> RunAsync(BenchOptions options)
    {
        var settings = SoakSettings.Of(options);
        var files = settings.Sockets + settings.Circuits;
        if (SocketSwarm.MakeRoomFor(files) < files)
        {
            throw new BenchException("This machine's hard limit on open files is too low (ulimit -Hn).");
        }

        var folder = BenchFiles.NewFolder();
        try
        {
            await BenchDatabase.CreateAsync(BenchFiles.RoomMonitor, folder, settings.Rooms, reservations: 0);
            new MonitorTimetable(DateTime.UtcNow).Write(folder, settings.Rooms);

            // The token lasts as long as the run.
            await using var server = await MeasuredServer.StartRoomMonitorAsync(BenchFiles.RoomMonitor, folder, "Accounts:AccessTokenMinutes=600");
            return await RunAsync(options, settings, server);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<int> RunAsync(BenchOptions options, SoakSettings settings, MeasuredServer server)
    {
        var (errors, receipts) = (new SoakErrors(), new SoakReceipts(settings.Steady));
        using var client = await server.SignInAsync();
        await using var swarm = new SocketSwarm(server.Address, receipts.Receive);
        var sockets = new SoakSockets(swarm, settings, errors);
        await sockets.OpenAsync();
        await using var circuits = new SoakCircuits(new CircuitPage(new Uri(server.Address, "monitor"), CircuitPage.Laptop), settings, errors);
        await circuits.OpenAsync();
        var load = new SoakLoad(client, settings, receipts, errors);

        using var stop = new CancellationTokenSource();
        using var stopLoad = new CancellationTokenSource();
        var (changing, churning) = (load.RunAsync(stopLoad.Token), Task.WhenAll(sockets.RunAsync(stop.Token), circuits.RunAsync(stop.Token)));
        var watch = new SoakWatch(server.Meter, swarm, circuits, receipts);
        IReadOnlyList<SoakSample> series;
        try
        {
            await Console.Error.WriteLineAsync("Warming up");
            await watch.RunAsync(TimeSpan.FromSeconds(settings.Warmup));
            await Console.Error.WriteLineAsync("Counting");
            series = await watch.RunAsync(settings.Counted);
        }
        finally
        {
            await stopLoad.CancelAsync();
            await changing;
            await stop.CancelAsync();
            await churning;
        }

        // What is still under way may arrive, and what isn't is lost.
        await watch.RunAsync(TimeSpan.FromSeconds(20));
        sockets.CountClosed();
        return Write(options, settings, series, receipts, load.Changes, await swarm.CountAsync(), errors);
    }

    private static int Write(
        BenchOptions options, SoakSettings settings, IReadOnlyList<SoakSample> series, SoakReceipts receipts, long changes, SwarmCounts counts, SoakErrors errors)
    {
        var size = series.Count / 3;
        if (size == 0)
        {
            throw new BenchException("Too short to be measured: half a minute at least.");
        }

        // What doesn't divide by three is the first third's.
        var last = SoakThird.Of([.. series.TakeLast(size)]);
        var second = SoakThird.Of([.. series.SkipLast(size).TakeLast(size)]);
        var first = SoakThird.Of([.. series.SkipLast(2 * size)]);
        ResultLine.Write(options, "soak", settings, new
        {
            Ratios = new { Memory = Median.Significant(last.ResidentMib / second.ResidentMib), P99 = Median.Significant(last.P99 / second.P99) },
            Targets = new { Memory = MemoryTarget },
            Thirds = new Dictionary<string, SoakThird> { ["first third"] = first, ["second third"] = second, ["last third"] = last },
            Changes = changes,
            receipts.Received,
            receipts.Lost,
            receipts.Doubled,
            counts.Gaps,
            counts.OutOfOrder,
            Errors = errors.Count,
            Closed = counts.Reasons,
            Series = series,
        });
        return receipts.Lost + receipts.Doubled + counts.Gaps + counts.OutOfOrder + errors.Count == 0 ? 0 : 1;
    }
}
