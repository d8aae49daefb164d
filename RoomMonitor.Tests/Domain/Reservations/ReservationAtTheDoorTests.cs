using RoomMonitor.Domain.Activity;
using RoomMonitor.Domain.Reservations;
using RoomMonitor.Domain.Time;

namespace RoomMonitor.Tests.Domain.Reservations;

public sealed class ReservationAtTheDoorTests
{
    private static readonly DateTime _start = new(2026, 11, 23, 12, 0, 0, DateTimeKind.Utc);
    private static readonly Actor _screen = new(null, "Door 2.14");

    [Theory]
    [InlineData(-15)]
    [InlineData(0)]
    [InlineData(59.99)]
    public void CheckIn_FromAQuarterOfAnHourBeforeTheStartToTheEnd_IsTold(double minutes)
    {
        var reservation = Confirmed();
        var now = _start.AddMinutes(minutes);

        reservation.CheckIn(_screen, now);

        reservation.CheckedInAt.Should().Be(now);
        reservation.Version.Should().Be(1);
        reservation.TakeEvents().Should().Equal(new ReservationEvent(ActivityAction.ReservationUpdated, reservation, _screen, now));
    }

    [Theory]
    [InlineData(-15.01)]
    [InlineData(60)]
    public void CheckIn_OutsideThatTime_IsRefused(double minutes)
    {
        var reservation = Confirmed();

        var act = () => reservation.CheckIn(_screen, _start.AddMinutes(minutes));

        act.Should().Throw<ReservationTransitionException>();
        reservation.CheckedInAt.Should().BeNull();
    }

    [Fact]
    public void CheckIn_TwicePendingOrCancelled_IsRefused()
    {
        var twice = Confirmed();
        twice.CheckIn(_screen, _start);
        var pending = Reservation.Create(1, Slot(), new ReservationDetails("Seminar", 5), requiresApproval: true, Actor.System, _start.AddHours(-2));
        var cancelled = Confirmed();
        cancelled.Cancel(Actor.System, _start.AddHours(-1));

        foreach (var reservation in new[] { twice, pending, cancelled })
        {
            var act = () => reservation.CheckIn(_screen, _start);
            act.Should().Throw<ReservationTransitionException>();
        }
    }

    [Fact]
    public void Update_ToAnotherStart_ForgetsWhoCame()
    {
        var (longer, later) = (Confirmed(), Confirmed());
        longer.CheckIn(_screen, _start);
        later.CheckIn(_screen, _start);

        longer.Update(1, new TimeSlot(_start, _start.AddHours(2)), longer.Details, _screen, _start);
        later.Update(1, new TimeSlot(_start.AddHours(1), _start.AddHours(2)), later.Details, _screen, _start);

        longer.CheckedInAt.Should().Be(_start);
        later.CheckedInAt.Should().BeNull();
    }

    [Fact]
    public void Extend_Running_EndsLater()
    {
        var reservation = Confirmed();

        reservation.Extend(_start.AddMinutes(75), _screen, _start.AddMinutes(59));

        reservation.End.Should().Be(_start.AddMinutes(75));
        reservation.TakeEvents().Should().ContainSingle(e => e.Action == ActivityAction.ReservationUpdated && e.Actor == _screen);
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(60)]
    public void Extend_NotRunning_IsRefused(int minutes)
    {
        var reservation = Confirmed();

        var act = () => reservation.Extend(_start.AddHours(2), _screen, _start.AddMinutes(minutes));

        act.Should().Throw<ReservationTransitionException>();
    }

    [Fact]
    public void Extend_BeyondWhatMayBeOrBackwards_IsRefused()
    {
        var reservation = Confirmed();

        ((Action)(() => reservation.Extend(_start.AddDays(32), _screen, _start))).Should().Throw<ReservationTransitionException>();
        ((Action)(() => reservation.Extend(_start.AddMinutes(60), _screen, _start))).Should().Throw<ArgumentOutOfRangeException>();
    }

    private static TimeSlot Slot() => new(_start, _start.AddHours(1));

    private static Reservation Confirmed()
    {
        var reservation = Reservation.Create(1, Slot(), new ReservationDetails("Seminar", 5), requiresApproval: false, Actor.System, _start.AddHours(-2));
        reservation.TakeEvents();
        return reservation;
    }
}
