using RoomMonitor.Domain.Occupancy;
using RoomMonitor.Domain.Time;
using RoomMonitor.Web.Rooms;
using static RoomMonitor.Tests.Support.Campus;

namespace RoomMonitor.Tests.Components;

public sealed class DayStripGeometryTests
{
    private const double Hour = 100.0 / 14;

    [Fact]
    public void Of_Reservations_LieOnTheScaleFromSevenToTwentyOne()
    {
        var strip = StripOf(Reservation("07:00", "08:00"), Reservation("14:00", "15:00"), Reservation("20:00", "21:00"));

        strip.Blocks.Select(block => block.Left).Should().Equal([0, 7 * Hour, 13 * Hour], Near);
        strip.Blocks.Select(block => block.Width).Should().Equal([Hour, Hour, Hour], Near);
        strip.Blocks.Select(block => block.Time).Should()
            .Equal(DayStripBlockTime.Past, DayStripBlockTime.Current, DayStripBlockTime.Coming);
    }

    [Fact]
    public void Of_ReservationsBeyondTheEnds_AreClipped()
    {
        var strip = StripOf(Reservation("2026-11-23 22:00", "08:00"), Reservation("20:00", "23:30"));

        strip.Blocks.Select(block => (block.Left, block.Width)).Should()
            .Equal([(0, Hour), (13 * Hour, Hour)], (actual, expected) => Near(actual.Left, expected.Item1) && Near(actual.Width, expected.Item2));
    }

    [Fact]
    public void Of_ReservationsThatOnlyTouchTheEnds_AreNotShown() =>
        StripOf(Reservation("05:00", "07:00"), Reservation("21:00", "22:00")).Blocks.Should().BeEmpty();

    [Fact]
    public void Of_ReservationEndingNow_IsPast()
    {
        // Half-open: at 14:12 it is over, and the next one holds the room.
        var strip = StripOf(Reservation("13:00", "14:12"), Reservation("14:12", "15:00", id: 2));

        strip.Blocks.Select(block => block.Time).Should().Equal(DayStripBlockTime.Past, DayStripBlockTime.Current);
    }

    [Fact]
    public void Of_PendingReservation_IsMarked() =>
        StripOf(Reservation("16:00", "17:00", isPending: true)).Blocks.Single().IsPending.Should().BeTrue();

    [Fact]
    public void Of_Description_TellsAllOfTheDayInWords() =>
        StripOf(
                Reservation("2026-11-23 22:00", "01:00"),
                Blackout("08:00", "09:30"),
                Reservation("16:00", "17:00", isPending: true),
                Reservation("23:00", "2026-11-25 02:00", id: 2))
            .Description.Should()
            .Be("Today: 00:00 to 01:00, 08:00 to 09:30, closed, 16:00 to 17:00, waiting for approval, 23:00 to 24:00");

    [Fact]
    public void Of_EmptyDay_SaysSo() => StripOf(Reservation("2026-11-25 08:00", "2026-11-25 09:00")).Description.Should().Be("Today: no reservations");

    [Theory]
    [InlineData("Europe/Lisbon", 2026, 3, 29)]
    [InlineData("Europe/Lisbon", 2026, 10, 25)]
    [InlineData("America/Chicago", 2026, 3, 8)]
    [InlineData("America/Chicago", 2026, 11, 1)]
    public void Of_DayOfAClockChange_PutsLocalHoursWhereTheyAlwaysAre(string zone, int year, int month, int day)
    {
        var calendar = CampusCalendar.Of(zone);
        var date = new DateOnly(year, month, day);
        calendar.TryToUtc(date.ToDateTime(new TimeOnly(14, 0)), out var two).Should().BeTrue();
        var strip = DayStripGeometry.Of(RoomSchedule.Of(Room().Room, calendar, []), calendar, date, two);

        strip.At(two).Should().BeApproximately(50, 0.001);
        (strip.To - strip.From).Should().Be(TimeSpan.FromHours(14));
        strip.Ticks.Select(tick => tick.At).Should().Equal([Hour, 5 * Hour, 9 * Hour, 13 * Hour], Near);
    }

    [Fact]
    public void At_OutsideTheStrip_StaysAtItsEnds()
    {
        var strip = StripOf();

        strip.At(At("03:00")).Should().Be(0);
        strip.At(At("22:00")).Should().Be(100);
        strip.Contains(At("21:00")).Should().BeFalse();
        strip.Contains(At("07:00")).Should().BeTrue();
    }

    private static DayStripGeometry StripOf(params Hold[] holds) => DayStripGeometry.Of(Room(holds).Schedule, Calendar, Today, Now);

    private static bool Near(double actual, double expected) => Math.Abs(actual - expected) < 0.001;
}
