using RoomMonitor.Bench.Core;

namespace RoomMonitor.Bench.Kiosks;

/// <summary>What is asked of the command <c>kiosks</c>.</summary>
/// <param name="Kiosks">Registered screens; every tenth an overview of a building, the others door panels.</param>
/// <param name="Rate">Changes a second: bookings and cancellations in turn, half of them of the room in the real browser.</param>
/// <param name="Events">Changes of that room that are measured, after <paramref name="Warmup"/> that aren't.</param>
/// <param name="Settle">Seconds between the last screen and the idle time: the compiler is busy for a minute with what opening them has called.</param>
/// <param name="Idle">Seconds without a change in which CPU is measured: one round of reports.</param>
internal sealed record KiosksSettings(int Kiosks, int Rooms, double Rate, int Events, int Warmup, double Settle, double Idle)
{
    /// <summary>Opened and left before memory is read for the first time, so that code and caches aren't counted as the screens'.</summary>
    public const int WarmKiosks = 20;

    public static KiosksSettings Of(BenchOptions options) => new(
        options.Number("kiosks", 1000),
        options.Number("rooms", 200),
        options.Real("rate", 5),
        options.Number("events", 200),
        options.Number("warmup", 30),
        options.Real("settle", 90),
        options.Real("idle", 60));
}
