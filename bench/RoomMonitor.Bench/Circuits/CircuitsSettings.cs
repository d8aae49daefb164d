using RoomMonitor.Bench.Core;

namespace RoomMonitor.Bench.Circuits;

/// <summary>What is asked of the command <c>circuits</c>.</summary>
/// <param name="Rate">Changes a second: bookings and cancellations in turn.</param>
/// <param name="Events">Changes that are measured, after <paramref name="Warmup"/> that aren't.</param>
/// <param name="Idle">Seconds without a change in which CPU is measured.</param>
internal sealed record CircuitsSettings(int Circuits, int Rooms, double Rate, int Events, int Warmup, double Idle, int Rounds)
{
    /// <summary>Opened and left before memory is read for the first time, so that code and caches aren't counted as the circuits'.</summary>
    public const int WarmCircuits = 10;

    public static CircuitsSettings Of(BenchOptions options) => new(
        options.Number("circuits", 200),
        options.Number("rooms", 200),
        options.Real("rate", 5),
        options.Number("events", 200),
        options.Number("warmup", 100),
        options.Real("idle", 30),
        options.Number("rounds", 1));
}
