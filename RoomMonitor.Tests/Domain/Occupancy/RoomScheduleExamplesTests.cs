using RoomMonitor.Domain.Occupancy;
using RoomMonitor.Domain.Rooms;
using RoomMonitor.Domain.Time;

namespace RoomMonitor.Tests.Domain.Occupancy;

/// <summary>The sentences of the wire contract, one by one, with figures that a person can check.</summary>
public sealed class RoomScheduleExamplesTests
{
    private static readonly Room _room = new() { Id = 1, Code = "R1", Name = "Room 1" };

    // Lisbon is on UTC in November.
    private static readonly DateTime _midnight = new(2026, 11, 23, 0, 0, 0, DateTimeKind.Utc);

    [Fact]
    public void StatusAt_FiveMinutesBeforeATakeover_FollowsTheChain()
    {
        var status = ScheduleOf(Booked(1, 14, 15, 10), Booked(2, 15, 16, 20)).StatusAt(_midnight.AddHours(14).AddMinutes(55));

        status.Occupancy.Should().Be(OccupancyStatus.Occupied);
        status.TimeUntilFree.Should().Be(65);
        status.NextAvailable.Should().Be("16:00");
        status.CurrentReservationId.Should().Be(1);
    }

    [Fact]
    public void StatusAt_TheTakeover_IsTheSecondReservations()
    {
        var status = ScheduleOf(Booked(1, 14, 15, 10), Booked(2, 15, 16, 20)).StatusAt(_midnight.AddHours(15));

        status.CurrentReservationId.Should().Be(2);
        status.CurrentAttendees.Should().Be(20);
    }

    [Theory]
    [InlineData(-15 * 60 - 1, OccupancyStatus.Occupied, 16)]
    [InlineData(-15 * 60, OccupancyStatus.EndingSoon, 15)]
    [InlineData(-61, OccupancyStatus.EndingSoon, 2)]
    [InlineData(-60, OccupancyStatus.EndingSoon, 1)]
    [InlineData(-1, OccupancyStatus.EndingSoon, 1)]
    [InlineData(0, OccupancyStatus.Free, null)]
    public void StatusAt_SecondsBeforeTheEnd_CountsDown(int seconds, OccupancyStatus occupancy, int? minutes)
    {
        var status = ScheduleOf(Booked(1, 14, 15)).StatusAt(_midnight.AddHours(15).AddSeconds(seconds));

        status.Occupancy.Should().Be(occupancy);
        status.TimeUntilFree.Should().Be(minutes);
    }

    [Theory]
    [InlineData(-1, false)]
    [InlineData(0, true)]
    public void StatusAt_SevenDaysBeforeTheNext_ShowsFreeUntil(int ticks, bool shown)
    {
        var start = _midnight.AddDays(8);
        var schedule = ScheduleOf(new Hold(new TimeSlot(start, start.AddHours(1)), 1, 5));

        schedule.StatusAt(start.AddDays(-7).AddTicks(ticks)).FreeUntil.Should().Be(shown ? start : null);
    }

    [Fact]
    public void StatusAt_Blackout_HoldsWithoutPeopleAndCountsNothing()
    {
        var status = ScheduleOf(new Hold(new TimeSlot(_midnight, _midnight.AddDays(1)), null, 0)).StatusAt(_midnight.AddHours(9));

        status.IsOccupied.Should().BeTrue();
        status.CurrentAttendees.Should().Be(0);
        status.CurrentReservationId.Should().BeNull();
        status.ReservationsToday.Should().Be(0);
    }

    [Fact]
    public void StatusAt_ReservationUnderABlackout_IsTold()
    {
        var status = ScheduleOf(new Hold(new TimeSlot(_midnight, _midnight.AddDays(1)), null, 0), Booked(7, 9, 10, 30))
            .StatusAt(_midnight.AddHours(9));

        status.CurrentReservationId.Should().Be(7);
        status.CurrentAttendees.Should().Be(30);
        status.NextAvailableAt.Should().Be(_midnight.AddDays(1));
    }

    [Fact]
    public void StatusAt_ReservationOverMidnight_CountsOnBothDays()
    {
        var schedule = ScheduleOf(Booked(1, 23, 25));

        schedule.StatusAt(_midnight.AddHours(8)).ReservationsToday.Should().Be(1);
        schedule.StatusAt(_midnight.AddHours(32)).ReservationsToday.Should().Be(1);
        schedule.StatusAt(_midnight.AddHours(56)).ReservationsToday.Should().Be(0);
    }

    [Fact]
    public void NextTransitionAfter_NothingBooked_IsMidnight() =>
        ScheduleOf().NextTransitionAfter(_midnight).Should().Be(_midnight.AddDays(1));

    [Fact]
    public void EqualsButForMinutes_AMinuteLater_IsTrueAndEqualsFalse()
    {
        var schedule = ScheduleOf(Booked(1, 14, 16));
        var one = schedule.StatusAt(_midnight.AddHours(14));
        var other = schedule.StatusAt(_midnight.AddHours(14).AddMinutes(1));

        one.EqualsButForMinutes(other).Should().BeTrue();
        one.Should().NotBe(other);
        one.EqualsButForMinutes(schedule.StatusAt(_midnight.AddHours(15.9))).Should().BeFalse();
    }

    private static Hold Booked(int id, int fromHour, int toHour, int attendees = 5) =>
        new(new TimeSlot(_midnight.AddHours(fromHour), _midnight.AddHours(toHour)), id, attendees);

    private static RoomSchedule ScheduleOf(params Hold[] holds) => RoomSchedule.Of(_room, CampusCalendar.Of("Europe/Lisbon"), holds);
}
