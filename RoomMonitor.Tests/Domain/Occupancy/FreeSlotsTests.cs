using CsCheck;
using RoomMonitor.Domain.Occupancy;
using RoomMonitor.Domain.Time;
using RoomMonitor.Tests.Support;

namespace RoomMonitor.Tests.Domain.Occupancy;

public sealed class FreeSlotsTests
{
    private static readonly Gen<FreeSlotsCase> _cases = Gen.Select(
        ScheduleGen.TwoDays,
        Gen.Int[-10 * 3_600, 60 * 3_600],
        Gen.OneOf(1, 15, 30, 60, 90, 240, 840, 841),
        Gen.Int[-12 * 3_600, 3_600],
        Gen.Int[1, 4],
        (schedule, shift, minutes, notice, days) =>
        {
            var start = schedule.From.AddSeconds(shift);
            return new FreeSlotsCase(schedule, new TimeSlot(start, start.AddMinutes(minutes)), start.AddSeconds(notice), days);
        });

    [Fact]
    public void Nearest_AnySchedule_IsTheOracles() => _cases.Sample(
        generated =>
        {
            var calendar = CampusCalendar.Of(generated.Schedule.TimeZone);
            var taken = generated.Schedule.Holds().Select(hold => hold.Slot);
            var actual = FreeSlots.Nearest(taken, generated.Asked, generated.Earliest, generated.Days, calendar).ToList();
            var expected = FreeSlotsOracle.Nearest(generated);
            return actual.SequenceEqual(expected);
        },
        iter: 60);

    [Fact]
    public void Nearest_TakenInTheMiddle_OffersTheTimesAroundIt()
    {
        var taken = Slots("08:30", "09:30", "14:30", "15:00", "15:30", "17:00");

        Nearest(taken, "14:15", "15:15").Should().Equal("17:00–18:00");
        Nearest(taken, "14:30", "15:00").Should().Equal("15:00–15:30", "17:00–17:30");
    }

    [Fact]
    public void Nearest_AsNearBeforeAndAfter_PrefersTheLater()
    {
        var taken = Slots("16:00", "17:00");

        Nearest(taken, "16:00", "17:00").Should().Equal("17:00–18:00", "15:00–16:00");
    }

    [Fact]
    public void Nearest_FreeAtTheAskedTime_IsThatTime() => Nearest([], "16:00", "17:00").Should().Equal("16:00–17:00");

    [Fact]
    public void Nearest_NoRoomLeftToday_IsTheSameTimeOfTheNextDay()
    {
        var taken = Slots("14:00", "21:00");

        Nearest(taken, "15:00", "16:00", days: 2).Should().Equal("15:00–16:00");
    }

    [Fact]
    public void Nearest_AtNight_IsWithinTheOpeningHours() => Nearest([], "22:00", "23:00").Should().Equal("20:00–21:00");

    /// <summary>Whole days, nights and several days have no opening hours: they are offered as they were asked for, on a day after it.</summary>
    [Theory]
    [InlineData("2026-11-25 00:00", "2026-11-26 00:00", "2026-11-26 00:00", "2026-11-27 00:00")]
    [InlineData("2026-11-25 22:00", "2026-11-26 02:00", "2026-11-26 22:00", "2026-11-27 02:00")]
    [InlineData("2026-11-25 09:00", "2026-11-27 17:00", "2026-11-26 09:00", "2026-11-28 17:00")]
    public void Nearest_OverMidnight_IsTheSameTimesOfALaterDay(string start, string end, string freeStart, string freeEnd)
    {
        var asked = new TimeSlot(Campus.At(start), Campus.At(end));
        var taken = new TimeSlot(asked.Start, Campus.At(freeStart));

        FreeSlots.Nearest([taken], asked, Campus.Now, 2, Campus.Calendar).Should().Equal(new TimeSlot(Campus.At(freeStart), Campus.At(freeEnd)));
        FreeSlots.Nearest([taken, new TimeSlot(Campus.At(freeEnd).AddMinutes(-1), Campus.At(freeEnd))], asked, Campus.Now, 2, Campus.Calendar).Should().BeEmpty();
    }

    [Fact]
    public void Nearest_LongerThanTheRoomIsOpen_IsThatTime() => Nearest([], "15:00", "2026-11-25 05:01", days: 1).Should().Equal("15:00–05:01");

    private static IEnumerable<string> Nearest(IEnumerable<TimeSlot> taken, string start, string end, int days = 1) => FreeSlots
        .Nearest(taken, new TimeSlot(Campus.At(start), Campus.At(end)), Campus.Now, days, Campus.Calendar)
        .Select(slot => $"{slot.Start:HH:mm}–{slot.End:HH:mm}");

    private static IEnumerable<TimeSlot> Slots(params string[] times) =>
        times.Chunk(2).Select(pair => new TimeSlot(Campus.At(pair[0]), Campus.At(pair[1])));
}
