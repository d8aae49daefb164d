using System.Globalization;
using RoomMonitor.Bench.Core;
using RoomMonitor.Bench.Sockets;

namespace RoomMonitor.Bench.Fanout;

/// <summary>
/// <c>fanout</c>: reservations on a steady schedule, and what thousands of sockets receive of them, on several servers in turn.
/// <c>connections</c>: the same with as many sockets as one server is to carry.
/// </summary>
public static class FanoutCommand
{
    private static readonly FanoutSettings _fanout = new()
    {
        Servers = [FanoutServer.RoomMonitor, "kestrel", "node"],
        Clients = 5000,
        Mode = "overview",
        Heartbeat = "full",
        Rooms = 200,
        Rate = 5,
        Events = 200,
        Warmup = 60,
        Idle = 60,
        Rounds = 3,
        Settings = [],
    };

    private static readonly FanoutSettings _connections = _fanout with { Servers = [FanoutServer.RoomMonitor], Clients = 20_000, Rate = 1, Events = 60, Warmup = 5, Rounds = 1 };

    public static Task<int> FanoutAsync(BenchOptions options) => RunAsync("fanout", options, FanoutSettings.Read(options, _fanout));

    public static Task<int> ConnectionsAsync(BenchOptions options) => RunAsync("connections", options, FanoutSettings.Read(options, _connections));

    private static async Task<int> RunAsync(string benchmark, BenchOptions options, FanoutSettings settings)
    {
        var clients = SocketSwarm.MakeRoomFor(settings.Clients);
        if (clients < settings.Clients)
        {
            await Console.Error.WriteLineAsync($"This machine's hard limit on open files carries {clients} of {settings.Clients} clients; raise it with ulimit -Hn.");
            settings = settings with { Clients = clients };
        }

        var rounds = settings.Servers.ToDictionary(name => name, _ => new List<FanoutFigures>());
        for (var round = 1; round <= settings.Rounds; round++)
        {
            foreach (var (name, figures) in rounds)
            {
                await Console.Error.WriteLineAsync($"Round {round} of {settings.Rounds}: {name}");
                figures.Add(await new FanoutRound(settings, name).RunAsync());
                await Console.Error.WriteLineAsync($"  {Summary(figures[^1])}");
            }
        }

        ResultLine.Write(options, benchmark, settings, new { Servers = rounds.ToDictionary(server => server.Key, server => FanoutFigures.Median(server.Value)), Ratios = Ratios(rounds) });
        return rounds.Values.SelectMany(figures => figures).All(figures => figures.IsComplete) ? 0 : 1;
    }

    private static string Summary(FanoutFigures round) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{round.CpuMicrosecondsPerDelivery} us a delivery, p99 {round.Latency.P99} ms, {round.KibPerConnection} KiB a connection, {(round.IsComplete ? "nothing lost" : round.ToString())}");

    private static Dictionary<string, FanoutRatios> Ratios(Dictionary<string, List<FanoutFigures>> rounds) =>
        !rounds.TryGetValue(FanoutServer.RoomMonitor, out var ours)
            ? []
            : rounds.Where(server => server.Key != FanoutServer.RoomMonitor)
                .ToDictionary(server => server.Key, server => FanoutRatios.Of(ours, server.Value));
}
