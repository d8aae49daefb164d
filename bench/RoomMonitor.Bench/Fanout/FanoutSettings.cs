using RoomMonitor.Bench.Core;

namespace RoomMonitor.Bench.Fanout;

/// <summary>What is asked for; written into the result as it is.</summary>
public sealed record FanoutSettings
{
    public required IReadOnlyList<string> Servers { get; init; }

    public required int Clients { get; init; }

    /// <summary><c>overview</c>, or <c>room</c>: the clients spread over all rooms.</summary>
    public required string Mode { get; init; }

    public required string Heartbeat { get; init; }

    public required int Rooms { get; init; }

    public required double Rate { get; init; }

    public required int Events { get; init; }

    public required int Warmup { get; init; }

    public required double Idle { get; init; }

    public required int Rounds { get; init; }

    /// <summary>Clients that send empty pings as fast as they go while it is counted.</summary>
    public int Flooders { get; init; }

    /// <summary>Further settings of RoomMonitor.</summary>
    public required IReadOnlyList<string> Settings { get; init; }

    /// <param name="otherwise">What counts where an option isn't given.</param>
    public static FanoutSettings Read(BenchOptions options, FanoutSettings otherwise) => new()
    {
        Servers = Split(options.Text("servers", string.Join(',', otherwise.Servers))),
        Clients = options.Number("clients", otherwise.Clients),
        Mode = options.Text("mode", otherwise.Mode) is var mode and ("overview" or "room") ? mode : throw new BenchException("--mode is overview or room."),
        Heartbeat = options.Text("heartbeat", otherwise.Heartbeat) is var heartbeat and ("full" or "light") ? heartbeat : throw new BenchException("--heartbeat is full or light."),
        Rooms = options.Number("rooms", otherwise.Rooms),
        Rate = options.Real("rate", otherwise.Rate),
        Events = options.Number("events", otherwise.Events),
        Warmup = options.Number("warmup", otherwise.Warmup),
        Idle = options.Real("idle", otherwise.Idle),
        Rounds = options.Number("rounds", otherwise.Rounds),
        Flooders = options.Number("flooders", otherwise.Flooders),
        Settings = Split(options.Text("settings", "")),
    };

    /// <summary>What the nth client listens to.</summary>
    public string PathOf(string server, int nth) =>
        Mode == "room" ? $"/ws/rooms/{(nth % Rooms) + 1}/"
        : server == FanoutServer.RoomMonitor && Heartbeat == "light" ? "/ws/rooms/overview/?heartbeat=light"
        : "/ws/rooms/overview/";

    /// <summary>Whether the nth client is to hear of a room.</summary>
    public bool Hears(int nth, int roomId) => Mode == "overview" || (nth % Rooms) + 1 == roomId;

    private static string[] Split(string text) => text.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
