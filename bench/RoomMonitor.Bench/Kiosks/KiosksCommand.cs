using System.Diagnostics;
using RoomMonitor.Bench.Browsers;
using RoomMonitor.Bench.Circuits;
using RoomMonitor.Bench.Core;
using RoomMonitor.Bench.Sockets;

namespace RoomMonitor.Bench.Kiosks;

/// <summary>The command <c>kiosks</c>: what a fleet of registered screens costs, idle, and how long a change takes to a pixel beside them.</summary>
internal static class KiosksCommand
{
    private const double Mib = 1024 * 1024;

    public static async Task<int> RunAsync(BenchOptions options)
    {
        var settings = KiosksSettings.Of(options);

        // Each has a socket and a stream of events, at both ends.
        SocketSwarm.MakeRoomFor(settings.Kiosks * 3);
        var folder = BenchFiles.NewFolder();
        try
        {
            await BenchDatabase.CreateAsync(BenchFiles.RoomMonitor, folder, settings.Rooms, reservations: 0);
            new MonitorTimetable(DateTime.UtcNow).Write(folder, settings.Rooms);
            var screens = ScreenRegister.Write(folder, settings.Kiosks, settings.Rooms);
            var scripts = Path.Combine(Path.GetDirectoryName(BenchFiles.RoomMonitor)!, "wwwroot");
            await using var server = await MeasuredServer.StartRoomMonitorAsync(BenchFiles.RoomMonitor, folder, $"webroot={scripts}");
            return await MeasureAsync(options, settings, server, screens);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<int> MeasureAsync(BenchOptions options, KiosksSettings settings, MeasuredServer server, IReadOnlyList<RegisteredScreen> screens)
    {
        await (await ScreenFleet.OpenAsync(server, [.. screens.Take(KiosksSettings.WarmKiosks)])).DisposeAsync();
        await Task.Delay(TimeSpan.FromSeconds(3));
        var before = server.Meter.ResidentBytes();
        await using var fleet = await ScreenFleet.OpenAsync(server, screens);
        await Task.Delay(TimeSpan.FromSeconds(settings.Settle));
        var cpu = server.Meter.CpuSeconds();
        await Task.Delay(TimeSpan.FromSeconds(settings.Idle));
        cpu = server.Meter.CpuSeconds() - cpu;
        var with = server.Meter.ResidentBytes();

        var free = Enumerable.Range(1, settings.Rooms).Where(MonitorTimetable.IsFree).ToArray();
        await using var browser = await DoorBrowser.OpenAsync(new Uri(server.Address, $"kiosk/rooms/{free[0]}"));
        using var client = await server.SignInAsync();
        var (watched, others) = (new RoomTurns(client, free[..1]), new RoomTurns(client, free[1..]));
        await Task.WhenAll(watched.RunAsync(settings.Warmup, settings.Rate / 2), others.RunAsync(settings.Warmup, settings.Rate / 2));
        var skipped = (await browser.ReadSeenAsync()).Count;
        var results = await Task.WhenAll(watched.RunAsync(settings.Events, settings.Rate / 2), others.RunAsync(settings.Events, settings.Rate / 2));
        await Task.Delay(TimeSpan.FromSeconds(1));
        var pixels = Match(results[0], [.. (await browser.ReadSeenAsync()).Skip(skipped)], await browser.ReadClockAsync());
        var lost = results[0].Count - pixels.Count;
        ResultLine.Write(options, "kiosks", settings, new
        {
            MibBefore = Math.Round(before / Mib, 1),
            MibWith = Math.Round(with / Mib, 1),
            MibAll = Math.Round((with - before) / Mib, 1),
            KibPerKiosk = Math.Round((with - before) / 1024.0 / settings.Kiosks, 1),
            IdleCores = Math.Round(cpu / settings.Idle, 4),
            Latency = new
            {
                Answer = Distribution.Of(results[0].Select(turn => Stopwatch.GetElapsedTime(turn.SentAt, turn.AnsweredAt).TotalMilliseconds)),
                Pixel = Distribution.Of(pixels),
            },
            Lost = lost,
            fleet.Failures,
        });
        return lost + fleet.Failures == 0 ? 0 : 1;
    }

    /// <summary>Milliseconds from each request to its pixel: the changes of one room are far enough apart to come in order.</summary>
    private static List<double> Match(IReadOnlyList<RoomTurn> turns, IReadOnlyList<SeenTurn> seen, PageClock clock)
    {
        var (next, pixels) = (0, new List<double>());
        foreach (var turn in turns)
        {
            while (next < seen.Count && (seen[next].Status != turn.Status || clock.Since(turn.SentAt, seen[next].Shown) < 0))
            {
                next++;
            }

            if (next < seen.Count)
            {
                pixels.Add(clock.Since(turn.SentAt, seen[next++].Shown));
            }
        }

        return pixels;
    }
}
