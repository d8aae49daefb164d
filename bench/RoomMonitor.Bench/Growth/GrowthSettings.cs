using RoomMonitor.Bench.Core;

namespace RoomMonitor.Bench.Growth;

/// <summary>What is asked for; written into the result as it is.</summary>
public sealed record GrowthSettings
{
    public required IReadOnlyList<string> Parts { get; init; }

    /// <summary>Bookings of one round.</summary>
    public required int Bookings { get; init; }

    /// <summary>Bookings before the first round.</summary>
    public required int Warmup { get; init; }

    public required int Rounds { get; init; }

    /// <summary>Starts with each database.</summary>
    public required int Starts { get; init; }

    public required int Listeners { get; init; }

    public required int FewRooms { get; init; }

    public required int ManyRooms { get; init; }

    public required int FewReservations { get; init; }

    public required int ManyReservations { get; init; }

    public static GrowthSettings Read(BenchOptions options) => new()
    {
        Parts = options.Text("parts", "event,start,booking").Split(','),
        Bookings = options.Number("bookings", 500),
        Warmup = options.Number("warmup", 4_000),
        Rounds = options.Number("rounds", 5),
        Starts = options.Number("starts", 5),
        Listeners = options.Number("listeners", 20),
        FewRooms = options.Number("few-rooms", 200),
        ManyRooms = options.Number("many-rooms", 10_000),
        FewReservations = options.Number("few-reservations", 10_000),
        ManyReservations = options.Number("many-reservations", 1_000_000),
    };
}
