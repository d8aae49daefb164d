using RoomMonitor.Bench.Browsers;
using RoomMonitor.Bench.Core;

namespace RoomMonitor.Bench.Circuits;

/// <summary>
/// The command <c>circuits</c>: what circuits on /monitor cost, idle and while rooms change, beside circuits on an empty page; and how
/// long a change takes to a circuit and to a pixel.
/// </summary>
internal static class CircuitsCommand
{
    public static async Task<int> RunAsync(BenchOptions options)
    {
        var settings = CircuitsSettings.Of(options);
        var (empty, monitor, updates) = (new List<IdleFigures>(), new List<IdleFigures>(), new List<UpdateFigures>());
        for (var round = 1; round <= settings.Rounds; round++)
        {
            await Console.Error.WriteLineAsync($"Round {round} of {settings.Rounds}: an empty page");
            empty.Add(await MeasureEmptyPageAsync(settings));
            await Console.Error.WriteLineAsync($"Round {round} of {settings.Rounds}: /monitor");
            var (idle, update) = await MeasureMonitorAsync(settings);
            monitor.Add(idle);
            updates.Add(update);
        }

        var figures = MedianFigures.Of(updates).AsObject();
        figures.Remove("latency", out var latency);
        ResultLine.Write(options, "circuits", settings, new
        {
            Servers = new Dictionary<string, object> { ["roommonitor"] = MedianFigures.Of(monitor), ["empty page"] = MedianFigures.Of(empty) },
            Ratios = MedianFigures.Of(monitor.Zip(empty, (ours, theirs) => new { Memory = ours.MibPerCircuit / theirs.MibPerCircuit, IdleCpu = ours.IdleCores / theirs.IdleCores })),
            Latency = latency,
            Updates = figures,
        });
        return updates.Sum(update => update.Lost) == 0 ? 0 : 1;
    }

    private static async Task<IdleFigures> MeasureEmptyPageAsync(CircuitsSettings settings)
    {
        var folder = BenchFiles.NewFolder();
        try
        {
            await using var server = await MeasuredServer.StartOtherAsync(BenchFiles.EmptyPage, folder, [], "", new Dictionary<string, string>());
            var (figures, swarm) = await IdleFigures.MeasureAsync(server, new CircuitPage(server.Address, null), settings);
            await swarm.DisposeAsync();
            return figures;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<(IdleFigures Idle, UpdateFigures Updates)> MeasureMonitorAsync(CircuitsSettings settings)
    {
        var folder = BenchFiles.NewFolder();
        try
        {
            await BenchDatabase.CreateAsync(BenchFiles.RoomMonitor, folder, settings.Rooms, reservations: 0);
            var timetable = new MonitorTimetable(DateTime.UtcNow);
            timetable.Write(folder, settings.Rooms);

            // The browser needs the scripts, which lie beside the program.
            var scripts = Path.Combine(Path.GetDirectoryName(BenchFiles.RoomMonitor)!, "wwwroot");
            await using var server = await MeasuredServer.StartRoomMonitorAsync(BenchFiles.RoomMonitor, folder, $"webroot={scripts}");
            var page = new CircuitPage(new Uri(server.Address, "monitor"), CircuitPage.Laptop);
            var watch = new ChangeWatch();
            var (idle, opened) = await IdleFigures.MeasureAsync(server, page, settings, watch.Receive);
            await using var swarm = opened;
            await using var browser = await MonitorBrowser.OpenAsync(page.Address);
            using var client = await server.SignInAsync();
            var rooms = browser.Rooms.Take(CircuitPage.LaptopRooms).Where(MonitorTimetable.IsFree);
            var reservations = new InstantReservations(client, timetable, rooms, settings.Circuits, watch);
            return (idle, await UpdateFigures.MeasureAsync(server, swarm, browser, reservations, settings));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
