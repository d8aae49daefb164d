using CsCheck;
using RoomMonitor.Domain.Occupancy;

namespace RoomMonitor.Tests.Domain.Occupancy;

public sealed class RoomScheduleStatusTests
{
    private static readonly Gen<(ScheduleCase Case, double[] Instants)> _weeks =
        Gen.Select(ScheduleGen.Weeks, Gen.Double[0, 1].Array[20]);

    [Fact]
    public void StatusAt_AroundEachBoundary_IsTheOracles() => AgreesAroundBoundaries(iterations: 40);

    [Fact]
    [Trait("Category", "Long")]
    public void StatusAt_AroundEachBoundaryOfManySchedules_IsTheOracles() => AgreesAroundBoundaries(iterations: 1_000);

    private static void AgreesAroundBoundaries(int iterations) => _weeks.Sample(
        generated =>
        {
            var (scheduleCase, instants) = generated;
            var oracle = scheduleCase.Oracle();
            var schedule = scheduleCase.Schedule();
            foreach (var boundary in scheduleCase.Boundaries(oracle))
            {
                for (var offset = -3; offset <= 3; offset++)
                {
                    var instant = boundary.AddSeconds(offset);
                    Compare(schedule, oracle, instant.AddTicks(-1));
                    Compare(schedule, oracle, instant);
                    Compare(schedule, oracle, instant.AddTicks(1));
                }
            }

            var first = scheduleCase.From.AddDays(-8);
            var range = scheduleCase.To.AddDays(1) - first;
            foreach (var part in instants)
            {
                Compare(schedule, oracle, first + (part * range));
            }
        },
        iter: iterations,
        print: generated => generated.Case.ToString());

    private static void Compare(RoomSchedule schedule, StatusOracle oracle, DateTime instant)
    {
        var status = schedule.StatusAt(instant);
        var expected = oracle.At(instant);
        var actual = Wire.Of(status);
        // FluentAssertions formats its reasons even when nothing fails: too slow for some hundred thousand comparisons.
        if (actual != expected || status.IsOccupied != expected.IsOccupied || status.Room != schedule.Room)
        {
            Assert.Fail($"At {instant:O}\n  expected {expected}\n  but was  {actual}");
        }
    }
}
