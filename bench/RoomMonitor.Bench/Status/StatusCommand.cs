using RoomMonitor.Bench.Core;

namespace RoomMonitor.Bench.Status;

/// <summary><c>status</c>: what one read of <c>/api/rooms/status/</c> costs, and what bare Kestrel needs for the like.</summary>
public static class StatusCommand
{
    private const string Plain = "roommonitor";
    private const string Reference = "kestrel";

    /// <summary>What CPU a plain body may take, as a multiple of what bare Kestrel takes.</summary>
    private const double PlainTarget = 1.3;

    /// <summary>What anything shorter may take, as a share of our own plain body.</summary>
    private const double ShortTarget = 0.6;

    public static async Task<int> RunAsync(BenchOptions options)
    {
        var (seconds, rounds, warmup) = (options.Number("seconds", 10), options.Number("rounds", 3), options.Number("warmup", 10));
        var sizes = options.Text("rooms", "200,2000").Split(',').Select(int.Parse).ToList();
        Dictionary<string, StatusFigures> servers = [];
        Dictionary<string, double> ratios = [], targets = [];
        foreach (var rooms in sizes)
        {
            var measured = await MeasureAsync(rooms, seconds, rounds, warmup);
            foreach (var (name, figures) in measured)
            {
                servers[$"{rooms} rooms, {name}"] = StatusFigures.MedianOf(figures);
                if (name != Reference)
                {
                    var (other, target) = name == Plain ? (Reference, PlainTarget) : (Plain, ShortTarget);
                    var ratio = $"{rooms} rooms, {name} to {other}";
                    ratios[ratio] = Ratio(figures, measured[other]);
                    targets[ratio] = target;
                }
            }
        }

        ResultLine.Write(options, "status", new { rooms = sizes, seconds, rounds, warmup, threads = 1, connections = 32 }, new { servers, ratios, targets });
        return 0;
    }

    private static async Task<Dictionary<string, List<StatusFigures>>> MeasureAsync(int rooms, int seconds, int rounds, int warmup)
    {
        var folder = BenchFiles.NewFolder();
        try
        {
            await BenchDatabase.CreateAsync(BenchFiles.RoomMonitor, folder, rooms, rooms * 4 * BenchDatabase.PerDay);
            await using var ours = await MeasuredServer.StartRoomMonitorAsync(BenchFiles.RoomMonitor, folder);
            await using var reference = await StartReferenceAsync(rooms);
            StatusTarget[] targets =
            [
                new(Plain, ours), new(Reference, reference), new("304", ours, IsKnown: true), new("gzip", ours, "gzip"), new("br", ours, "br"),
            ];
            await Console.Error.WriteLineAsync($"{rooms} rooms: warming up");
            foreach (var target in targets.Where(_ => warmup > 0))
            {
                await target.MeasureAsync(warmup);
            }

            var figures = targets.ToDictionary(target => target.Name, _ => new List<StatusFigures>());
            for (var round = 1; round <= rounds; round++)
            {
                foreach (var target in targets)
                {
                    figures[target.Name].Add(await target.MeasureAsync(seconds));
                    await Console.Error.WriteLineAsync($"{rooms} rooms, round {round}, {target.Name}: {figures[target.Name][^1]}");
                }
            }

            return figures;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static Task<MeasuredServer> StartReferenceAsync(int rooms)
    {
        var folder = Path.Combine(BenchFiles.Out, "reference", "peer-kestrel", "out");
        return MeasuredServer.StartOtherAsync(
            Path.Combine(folder, "peer-kestrel"), folder, [], "api/rooms/status/", new Dictionary<string, string> { ["ROOMS"] = $"{rooms}" });
    }

    /// <summary>Within each round, since the machine drifts between them; of these the median.</summary>
    private static double Ratio(IEnumerable<StatusFigures> one, IEnumerable<StatusFigures> other) =>
        Median.Of(one.Zip(other, (a, b) => a.CpuMicrosecondsPerRequest / b.CpuMicrosecondsPerRequest));
}
