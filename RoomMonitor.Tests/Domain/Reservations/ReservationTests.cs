using System.Globalization;
using RoomMonitor.Domain.Activity;
using RoomMonitor.Domain.Reservations;
using RoomMonitor.Domain.Time;

namespace RoomMonitor.Tests.Domain.Reservations;

public sealed class ReservationTests
{
    private static readonly DateTime _now = new(2026, 11, 23, 12, 0, 0, DateTimeKind.Utc);
    private static readonly TimeSlot _slot = new(_now.AddHours(1), _now.AddHours(2));
    private static readonly ReservationDetails _details = new("Seminar", 12, "a@example.org", "123");
    private static readonly Actor _owner = new(7, "ana");
    private static readonly Actor _admin = new(1, "admin");

    [Theory]
    [InlineData(false, ReservationStatus.Confirmed)]
    [InlineData(true, ReservationStatus.Pending)]
    public void Create_WithOrWithoutApproval_RaisesOneCreatedEvent(bool requiresApproval, ReservationStatus status)
    {
        var reservation = Reservation.Create(3, _slot, _details, requiresApproval, _owner, _now, "key");

        reservation.Should().BeEquivalentTo(new
        {
            RoomId = 3,
            UserId = 7,
            Slot = _slot,
            Purpose = "Seminar",
            Attendees = 12,
            ContactEmail = "a@example.org",
            ContactPhone = "123",
            Status = status,
            ExternalKey = "key",
            CreatedAt = _now,
            UpdatedAt = _now,
            Version = 0,
            HoldsRoom = true,
        });
        reservation.Events.Should().Equal(new ReservationEvent(ActivityAction.ReservationCreated, reservation, _owner, _now));
    }

    [Fact]
    public void Create_ByAnImport_HasNoOwnerAndMayLieInThePast()
    {
        var past = new TimeSlot(_now.AddDays(-2), _now.AddDays(-1));

        Reservation.Create(3, past, _details, false, Actor.Import, _now).UserId.Should().BeNull();
    }

    [Fact]
    public void Create_LongerThanTheMaximum_Throws()
    {
        var longest = new TimeSlot(_now, _now + Reservation.MaximumLength);
        var longer = new TimeSlot(_now, longest.End.AddTicks(1));

        var act = () => Reservation.Create(3, longer, _details, false, _owner, _now);

        act.Should().Throw<ArgumentException>();
        Reservation.Create(3, longest, _details, false, _owner, _now).Slot.Should().Be(longest);
    }

    [Theory]
    [InlineData("13:00:00", "13:40:59", "13:40:00")]
    [InlineData("13:00:00", "13:01:00", "13:01:00")]
    [InlineData("13:00:30", "13:01:10", "13:01:00")]
    public void EndEarly_Running_EndsWithTheRunningMinute(string start, string now, string end)
    {
        var reservation = Reservation.Create(3, new TimeSlot(At(start), At("14:00:00")), _details, false, _owner, _now);

        reservation.EndEarly(_owner, At(now));

        reservation.Slot.Should().Be(new TimeSlot(At(start), At(end)));
        reservation.Status.Should().Be(ReservationStatus.Confirmed);
        reservation.Version.Should().Be(1);
        reservation.Events.Select(happened => happened.Action).Should().Equal(ActivityAction.ReservationCreated, ActivityAction.ReservationUpdated);
    }

    [Theory]
    [InlineData("13:00:00", "13:00:00")]
    [InlineData("13:00:00", "13:00:59")]
    [InlineData("13:00:30", "13:00:45")]
    public void EndEarly_InItsFirstMinute_IsCancelledInstead(string start, string now)
    {
        var slot = new TimeSlot(At(start), At("14:00:00"));
        var reservation = Reservation.Create(3, slot, _details, false, _owner, _now);

        reservation.EndEarly(_owner, At(now));

        reservation.Status.Should().Be(ReservationStatus.Cancelled);
        reservation.Slot.Should().Be(slot, "there is none of length zero");
        reservation.Events.Select(happened => happened.Action).Should().Equal(ActivityAction.ReservationCreated, ActivityAction.ReservationCancelled);
    }

    [Theory]
    [InlineData("12:59:59", false)]
    [InlineData("14:00:00", false)]
    [InlineData("13:30:00", true)]
    public void EndEarly_NotRunning_ThrowsAndChangesNothing(string now, bool cancelled)
    {
        var reservation = Reservation.Create(3, _slot, _details, false, _owner, _now);
        if (cancelled)
        {
            reservation.Cancel(_owner, _now);
        }

        var act = () => reservation.EndEarly(_owner, At(now));

        act.Should().Throw<ReservationTransitionException>();
        reservation.Slot.Should().Be(_slot);
    }

    [Theory]
    [InlineData(ReservationStatus.Pending, ActivityAction.ReservationConfirmed, ReservationStatus.Confirmed)]
    [InlineData(ReservationStatus.Pending, ActivityAction.ReservationCancelled, ReservationStatus.Cancelled)]
    [InlineData(ReservationStatus.Pending, ActivityAction.ReservationUpdated, ReservationStatus.Pending)]
    [InlineData(ReservationStatus.Pending, ActivityAction.ReservationDeleted, ReservationStatus.Pending)]
    [InlineData(ReservationStatus.Confirmed, ActivityAction.ReservationCancelled, ReservationStatus.Cancelled)]
    [InlineData(ReservationStatus.Confirmed, ActivityAction.ReservationUpdated, ReservationStatus.Confirmed)]
    [InlineData(ReservationStatus.Confirmed, ActivityAction.ReservationDeleted, ReservationStatus.Confirmed)]
    [InlineData(ReservationStatus.Cancelled, ActivityAction.ReservationDeleted, ReservationStatus.Cancelled)]
    public void Transition_Legal_ChangesStatusAndVersionAndRaisesOneEvent(
        ReservationStatus from, ActivityAction transition, ReservationStatus to)
    {
        var reservation = ReservationIn(from);
        var version = reservation.Version;
        var later = _now.AddMinutes(5);

        Do(reservation, transition, later);

        reservation.Status.Should().Be(to);
        reservation.HoldsRoom.Should().Be(to != ReservationStatus.Cancelled);
        reservation.Version.Should().Be(version + 1);
        reservation.UpdatedAt.Should().Be(later);
        reservation.CreatedAt.Should().Be(_now);
        reservation.Events.Should().Equal(new ReservationEvent(transition, reservation, _admin, later));
    }

    [Theory]
    [InlineData(ReservationStatus.Confirmed, ActivityAction.ReservationConfirmed)]
    [InlineData(ReservationStatus.Cancelled, ActivityAction.ReservationConfirmed)]
    [InlineData(ReservationStatus.Cancelled, ActivityAction.ReservationCancelled)]
    [InlineData(ReservationStatus.Cancelled, ActivityAction.ReservationUpdated)]
    public void Transition_Illegal_ThrowsAndChangesNothing(ReservationStatus from, ActivityAction transition) =>
        IsRefused(ReservationIn(from), transition, _now.AddMinutes(5));

    [Theory]
    [InlineData(ReservationStatus.Pending, ActivityAction.ReservationConfirmed)]
    [InlineData(ReservationStatus.Pending, ActivityAction.ReservationCancelled)]
    [InlineData(ReservationStatus.Pending, ActivityAction.ReservationUpdated)]
    [InlineData(ReservationStatus.Confirmed, ActivityAction.ReservationCancelled)]
    [InlineData(ReservationStatus.Confirmed, ActivityAction.ReservationUpdated)]
    public void Transition_AtItsEnd_ThrowsAndATickBeforeDoesNot(ReservationStatus from, ActivityAction transition)
    {
        IsRefused(ReservationIn(from), transition, _slot.End);

        var running = ReservationIn(from);
        Do(running, transition, _slot.End.AddTicks(-1));
        running.Events.Should().ContainSingle();
    }

    [Fact]
    public void Delete_OfAPastOne_IsLegalAndTwiceRaisesOneEvent()
    {
        var reservation = ReservationIn(ReservationStatus.Confirmed);

        reservation.Delete(_admin, _slot.End.AddDays(1));
        reservation.Delete(_admin, _slot.End.AddDays(2));

        reservation.Events.Should().ContainSingle().Which.At.Should().Be(_slot.End.AddDays(1));
        reservation.Version.Should().Be(1);
    }

    [Fact]
    public void Update_NoDifference_RaisesNothing()
    {
        var reservation = ReservationIn(ReservationStatus.Confirmed);

        reservation.Update(3, _slot, _details with { }, _admin, _now.AddMinutes(5)).Should().BeFalse();

        reservation.Events.Should().BeEmpty();
        reservation.Version.Should().Be(0);
        reservation.UpdatedAt.Should().Be(_now);
    }

    public static TheoryData<TimeSlot, ReservationDetails> Differences => new()
    {
        { new TimeSlot(_slot.Start.AddMinutes(1), _slot.End), _details },
        { new TimeSlot(_slot.Start, _slot.End.AddMinutes(1)), _details },
        { _slot, _details with { Purpose = "Exam" } },
        { _slot, _details with { Attendees = 13 } },
        { _slot, _details with { ContactEmail = null } },
        { _slot, _details with { ContactPhone = null } },
    };

    [Theory]
    [MemberData(nameof(Differences))]
    public void Update_OneDifference_TakesItAndNamesNoPreviousRoom(TimeSlot slot, ReservationDetails details)
    {
        var reservation = ReservationIn(ReservationStatus.Pending);

        reservation.Update(3, slot, details, _admin, _now).Should().BeTrue();

        reservation.Slot.Should().Be(slot);
        new ReservationDetails(reservation.Purpose, reservation.Attendees, reservation.ContactEmail, reservation.ContactPhone).Should().Be(details);
        reservation.UserId.Should().Be(7, "an administrator's change takes it from nobody");
        reservation.Events.Should().ContainSingle().Which.PreviousRoomId.Should().BeNull();
    }

    [Fact]
    public void Update_AnotherRoom_CarriesTheRoomThatItLeft()
    {
        var reservation = ReservationIn(ReservationStatus.Confirmed);

        reservation.Update(4, _slot, _details, _admin, _now);
        reservation.Update(5, _slot, _details, _admin, _now);

        reservation.RoomId.Should().Be(5);
        reservation.Events.Select(e => e.PreviousRoomId).Should().Equal(3, 4);
    }

    [Theory]
    [InlineData(1, true, ReservationStatus.Pending)]
    [InlineData(0, true, ReservationStatus.Confirmed)]
    [InlineData(-1, true, ReservationStatus.Confirmed)]
    [InlineData(1, false, ReservationStatus.Confirmed)]
    public void Update_People_AreApprovedAgainWhereTheyAreMore(int more, bool needsApproval, ReservationStatus status)
    {
        var reservation = ReservationIn(ReservationStatus.Confirmed);

        reservation.Update(3, _slot, _details with { Purpose = "Another", Attendees = _details.Attendees + more }, _admin, _now, needsApproval);

        reservation.Status.Should().Be(status);
    }

    [Fact]
    public void Update_LongerThanTheMaximum_ThrowsAndChangesNothing()
    {
        var reservation = ReservationIn(ReservationStatus.Confirmed);
        var longer = new TimeSlot(_now, _now + Reservation.MaximumLength + TimeSpan.FromTicks(1));

        var act = () => reservation.Update(4, longer, _details, _admin, _now);

        act.Should().Throw<ArgumentException>();
        reservation.Slot.Should().Be(_slot);
        reservation.RoomId.Should().Be(3);
        reservation.Version.Should().Be(0);
    }

    [Fact]
    public void TakeEvents_AfterTwoChanges_HandsThemOverOnceInOrder()
    {
        var reservation = Reservation.Create(3, _slot, _details, true, _owner, _now);
        reservation.Confirm(_admin, _now);

        reservation.TakeEvents().Select(e => e.Action).Should().Equal(ActivityAction.ReservationCreated, ActivityAction.ReservationConfirmed);

        reservation.TakeEvents().Should().BeEmpty();
        reservation.Events.Should().BeEmpty();
    }

    [Fact]
    public void FactsOf_Reservation_AreItsOwn()
    {
        var reservation = ReservationIn(ReservationStatus.Cancelled);

        ReservationFacts.Of(reservation).Should().BeEquivalentTo(reservation, o => o.ExcludingMissingMembers());
    }

    private static Reservation ReservationIn(ReservationStatus status)
    {
        var reservation = Reservation.Create(3, _slot, _details, status == ReservationStatus.Pending, _owner, _now);
        if (status == ReservationStatus.Cancelled)
        {
            reservation.Cancel(_owner, _now);
        }

        reservation.TakeEvents();
        return reservation;
    }

    private static void Do(Reservation reservation, ActivityAction transition, DateTime now)
    {
        switch (transition)
        {
            case ActivityAction.ReservationConfirmed:
                reservation.Confirm(_admin, now);
                break;
            case ActivityAction.ReservationCancelled:
                reservation.Cancel(_admin, now);
                break;
            case ActivityAction.ReservationUpdated:
                reservation.Update(3, _slot, _details with { Attendees = 99 }, _admin, now);
                break;
            case ActivityAction.ReservationDeleted:
                reservation.Delete(_admin, now);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(transition), transition, null);
        }
    }

    private static void IsRefused(Reservation reservation, ActivityAction transition, DateTime now)
    {
        var before = ReservationFacts.Of(reservation);

        var act = () => Do(reservation, transition, now);

        act.Should().Throw<ReservationTransitionException>().Which.Message.Should().NotBeEmpty();
        ReservationFacts.Of(reservation).Should().Be(before);
        reservation.Events.Should().BeEmpty();
    }

    private static DateTime At(string time) => _now.Date + TimeSpan.Parse(time, CultureInfo.InvariantCulture);
}
