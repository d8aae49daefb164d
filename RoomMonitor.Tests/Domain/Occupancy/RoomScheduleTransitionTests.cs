using CsCheck;
using RoomMonitor.Domain.Occupancy;

namespace RoomMonitor.Tests.Domain.Occupancy;

public sealed class RoomScheduleTransitionTests
{
    [Fact]
    public void NextTransitionAfter_WalkedThroughEachSecond_MissesNoChange() => MissesNoChange(iterations: 8);

    [Fact]
    [Trait("Category", "Long")]
    public void NextTransitionAfter_WalkedThroughEachSecondOfManySchedules_MissesNoChange() => MissesNoChange(iterations: 200);

    [Fact]
    public void NextTransitionAfter_FromAnyInstantOfWeeks_ComesNoLaterThanTheNextChange() => NeverLate(iterations: 25);

    [Fact]
    [Trait("Category", "Long")]
    public void NextTransitionAfter_FromAnyInstantOfWeeksOfManySchedules_ComesNoLaterThanTheNextChange() => NeverLate(iterations: 600);

    /// <summary>Every second of two days, and of the two days a week before in which <c>free_until</c> appears.</summary>
    private static void MissesNoChange(int iterations) => ScheduleGen.TwoDays.Sample(
        (ScheduleCase scheduleCase) =>
        {
            var oracle = scheduleCase.Oracle();
            var schedule = scheduleCase.Schedule();
            foreach (var first in new[] { scheduleCase.From.AddDays(-7.5), scheduleCase.From.AddHours(-6) })
            {
                var last = first + (scheduleCase.To - scheduleCase.From) + TimeSpan.FromHours(14);
                var visited = Walk(schedule, first, last);
                var missed = oracle.ChangesBetween(first, last).Except(visited);
                missed.Should().BeEmpty();
            }
        },
        iter: iterations,
        print: c => c.ToString());

    /// <summary>Between an instant and the transition told for it, no boundary has another status, and no second where they are near.</summary>
    private static void NeverLate(int iterations) => ScheduleGen.Weeks.Sample(
        (ScheduleCase scheduleCase) =>
        {
            var oracle = scheduleCase.Oracle();
            var schedule = scheduleCase.Schedule();
            DateTime[] boundaries = [.. scheduleCase.Boundaries(oracle).Order()];
            DateTime[] instants = [.. boundaries.SelectMany(b => new[] { b.AddSeconds(-1), b.AddTicks(-1), b, b.AddTicks(1), b.AddSeconds(1) })];
            foreach (var now in instants)
            {
                var transition = schedule.NextTransitionAfter(now);
                transition.Should().BeAfter(now);
                var status = oracle.At(now) with { TimeUntilFree = null };
                var between = instants.Append(transition.AddTicks(-1)).Where(i => i > now && i < transition);
                if (transition - now < TimeSpan.FromMinutes(20))
                {
                    between = between.Concat(EachSecond(now, transition));
                }

                foreach (var instant in between)
                {
                    var there = oracle.At(instant) with { TimeUntilFree = null };
                    if (there != status)
                    {
                        Assert.Fail($"From {now:O} to {transition:O}, but at {instant:O}\n  {status} became\n  {there}");
                    }
                }
            }
        },
        iter: iterations,
        print: c => c.ToString());

    private static HashSet<DateTime> Walk(RoomSchedule schedule, DateTime first, DateTime last)
    {
        var visited = new HashSet<DateTime>();
        for (var now = schedule.NextTransitionAfter(first); now <= last; now = schedule.NextTransitionAfter(now))
        {
            visited.Add(now).Should().BeTrue("each transition lies after the one before");
        }

        return visited;
    }

    private static IEnumerable<DateTime> EachSecond(DateTime now, DateTime transition)
    {
        for (var instant = now.AddSeconds(1); instant < transition; instant = instant.AddSeconds(1))
        {
            yield return instant;
        }
    }
}
