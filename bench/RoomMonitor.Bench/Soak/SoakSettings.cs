using RoomMonitor.Bench.Core;

namespace RoomMonitor.Bench.Soak;

/// <summary>What is asked of the command <c>soak</c>; written into the result as it is.</summary>
/// <param name="Minutes">Of the counted time, after the warm-up.</param>
/// <param name="Rate">Changes a second: bookings and cancellations.</param>
/// <param name="Warmup">Seconds with the full load before the counted time.</param>
internal sealed record SoakSettings(double Minutes, int Sockets, int Circuits, double Rate, int Rooms, double Warmup, string Heartbeat)
{
    /// <summary>Longer, and reservations of the timetable begin by themselves where bookings are made.</summary>
    private const double MostMinutes = 90;

    public TimeSpan Counted => TimeSpan.FromMinutes(Minutes);

    /// <summary>Sockets that close in one round of churn, and as many open.</summary>
    public int Leaving => Math.Max(1, Sockets / 100);

    /// <summary>Sockets that come and go.</summary>
    public int Passing => 10 * Leaving;

    /// <summary>Sockets that stop reading for a while, again and again.</summary>
    public int Slow => Math.Max(1, Sockets / 100);

    /// <summary>Sockets that send what they may not.</summary>
    public int Rude => Math.Max(1, Sockets / 100);

    /// <summary>Sockets that stay and read: what they receive is counted.</summary>
    public int Steady => Sockets - Passing - Slow - Rude;

    public static SoakSettings Of(BenchOptions options)
    {
        var settings = new SoakSettings(
            options.Real("minutes", 30),
            options.Number("sockets", 2000),
            options.Number("circuits", 50),
            options.Real("rate", 20),
            options.Number("rooms", 200),
            options.Real("warmup", 60),
            options.Text("heartbeat", "full") is var heartbeat and ("full" or "light") ? heartbeat : throw new BenchException("--heartbeat is full or light."));
        return settings switch
        {
            { Sockets: < 20 } => throw new BenchException("Give at least 20 sockets."),
            { Minutes: <= 0 or > MostMinutes } => throw new BenchException($"--minutes is at most {MostMinutes}."),
            _ => settings,
        };
    }
}
