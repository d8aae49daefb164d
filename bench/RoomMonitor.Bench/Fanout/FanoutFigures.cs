using RoomMonitor.Bench.Core;

namespace RoomMonitor.Bench.Fanout;

/// <summary>What one round on one server gave, or the median of several. Times are in milliseconds where not said otherwise.</summary>
/// <param name="CpuMicrosecondsPerDelivery">CPU of the server from the first counted request until the last message, over the messages received.</param>
/// <param name="Latency">From the request to the message, over all reservations and connections.</param>
/// <param name="LastClient">From the request to the message on the connection that got it last, over all reservations.</param>
/// <param name="Answer">From the request to its answer.</param>
/// <param name="Lost">Messages that never came.</param>
/// <param name="Doubled">The same reservation once more on the same connection, or on one that doesn't listen to its room.</param>
/// <param name="ClosedEarly">Connections that didn't stay.</param>
/// <param name="Failed">Connections that never opened.</param>
/// <param name="AnswerErrors">Reservations that were not made.</param>
/// <param name="KibPerConnection">Resident memory with all idle, less that with none, for each.</param>
/// <param name="LoadCpu">What this program took of one core; above 0.85 it was the limit itself, and <see cref="IsLoadSaturated"/>.</param>
/// <param name="FloodersClosed">How often a flooder was closed, and came again.</param>
public sealed record FanoutFigures(
    double CpuMicrosecondsPerDelivery,
    Distribution Latency,
    Distribution LastClient,
    Distribution Answer,
    long Lost,
    long Doubled,
    long OutOfOrder,
    long Gaps,
    int Failed,
    int ClosedEarly,
    int AnswerErrors,
    double ConnectSeconds,
    double KibPerConnection,
    double LoadCpu,
    long FloodersClosed)
{
    public bool IsLoadSaturated => LoadCpu > 0.85;

    public bool IsComplete => Lost + Doubled + OutOfOrder + Gaps + Failed + ClosedEarly + AnswerErrors == 0;

    /// <summary>The median of each figure; of what must be zero, the worst.</summary>
    public static FanoutFigures Median(IReadOnlyList<FanoutFigures> rounds)
    {
        return new FanoutFigures(
            Of(round => round.CpuMicrosecondsPerDelivery),
            Each(round => round.Latency),
            Each(round => round.LastClient),
            Each(round => round.Answer),
            rounds.Max(round => round.Lost),
            rounds.Max(round => round.Doubled),
            rounds.Max(round => round.OutOfOrder),
            rounds.Max(round => round.Gaps),
            rounds.Max(round => round.Failed),
            rounds.Max(round => round.ClosedEarly),
            rounds.Max(round => round.AnswerErrors),
            Of(round => round.ConnectSeconds),
            Of(round => round.KibPerConnection),
            Of(round => round.LoadCpu),
            (long)Of(round => round.FloodersClosed));

        double Of(Func<FanoutFigures, double> figure) => Middle(rounds.Select(figure));

        Distribution Each(Func<FanoutFigures, Distribution> of) =>
            new((int)Of(round => of(round).Count), Of(round => of(round).P50), Of(round => of(round).P95), Of(round => of(round).P99), Of(round => of(round).Max), 0);
    }

    /// <summary>The middle value; of an even number, the mean of the two.</summary>
    public static double Middle(IEnumerable<double> values)
    {
        var sorted = values.Order().ToArray();
        return Math.Round((sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2, 3);
    }
}
