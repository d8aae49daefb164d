namespace RoomMonitor.Bench.Fanout;

/// <summary>RoomMonitor over a reference server: the ratio within each round, and of these the median.</summary>
public sealed record FanoutRatios(double Cpu, double P99, double Memory)
{
    public static FanoutRatios Of(IReadOnlyList<FanoutFigures> ours, IReadOnlyList<FanoutFigures> theirs)
    {
        return new FanoutRatios(Median(round => round.CpuMicrosecondsPerDelivery), Median(round => round.Latency.P99), Median(round => round.KibPerConnection));

        double Median(Func<FanoutFigures, double> figure) => FanoutFigures.Middle(ours.Zip(theirs, (our, their) => figure(our) / figure(their)).Where(double.IsFinite).DefaultIfEmpty());
    }
}
