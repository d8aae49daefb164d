using RoomMonitor.Domain.Activity;
using RoomMonitor.Domain.Reservations;
using RoomMonitor.Web.Features.Activity;
using static RoomMonitor.Tests.State.Activity.ActivityScene;

namespace RoomMonitor.Tests.State.Activity;

public sealed class OwnReservationsTests
{
    [Fact]
    public void Sift_OwnReservationChangedByAnother_IsToldWithHowItStoodBefore()
    {
        var before = Facts(1, 3);
        var own = new OwnReservations(User, [before]);

        var activity = own.Sift([Change(ActivityAction.ReservationUpdated, Room(3), Facts(1, 3, 120, version: 2))], []).Should().ContainSingle().Subject;

        activity.IsOwn.Should().BeTrue();
        activity.IsByUser.Should().BeFalse();
        activity.Earlier.Should().Be(before);
    }

    [Fact]
    public void Sift_WhatTheUserCreates_IsTheirsFromThenOn()
    {
        var own = new OwnReservations(User, []);

        own.Sift([Change(ActivityAction.ReservationCreated, Room(3), Facts(1, 3), actor: User)], []).Should().ContainSingle().Which.IsByUser.Should().BeTrue();

        own.Sift([Change(ActivityAction.ReservationCancelled, Room(3), Facts(1, 3, version: 2, status: ReservationStatus.Cancelled))], [])
            .Should().ContainSingle().Which.IsOwn.Should().BeTrue();
    }

    [Fact]
    public void Sift_WhatOthersDoElsewhere_IsNotTold()
    {
        var own = new OwnReservations(User, [Facts(1, 3)]);

        own.Sift(
            [
                Change(ActivityAction.ReservationCreated, Room(4), Facts(2, 4)),
                Change(ActivityAction.ReservationCancelled, Room(4), Facts(2, 4, version: 2), actor: User),
                Change(null, Room(4), actor: null),
            ],
            [5]).Should().BeEmpty();
    }

    [Fact]
    public void Sift_WatchedRoom_IsToldWhoeverChangesIt()
    {
        var own = new OwnReservations(User, []);

        var activities = own.Sift([Change(ActivityAction.ReservationCreated, Room(4), Facts(2, 4)), Change(null, Room(4), actor: null)], [4]);

        activities.Should().HaveCount(2).And.OnlyContain(activity => activity.IsWatched && !activity.IsOwn);
    }

    [Fact]
    public void Sift_WhoeverWantsTheCampus_IsToldWhatPeopleDoAndNotThatTimePasses()
    {
        var own = new OwnReservations(User, []);

        var activities = own.Sift(
            [Change(ActivityAction.ReservationCreated, Room(4), Facts(2, 4)), Change(null, Room(5), actor: null)], [], wantsCampus: true);

        activities.Should().ContainSingle().Which.Should().Match<UserActivity>(activity => activity.IsOfCampus && !activity.IsOwn && !activity.IsWatched);
    }

    [Fact]
    public void Sift_MoveToAnotherRoom_IsOwnInBothRooms()
    {
        var before = Facts(1, 3);
        var own = new OwnReservations(User, [before]);
        var after = Facts(1, 4, version: 2);

        var activities = own.Sift([Change(ActivityAction.ReservationUpdated, Room(3), after), Change(ActivityAction.ReservationUpdated, Room(4), after)], []);

        activities.Should().HaveCount(2).And.OnlyContain(activity => activity.IsOwn && activity.Earlier == before);
    }

    [Fact]
    public void Sift_WhatIsKnownAlready_IsNotToldAgain()
    {
        var own = new OwnReservations(User, [Facts(1, 3, version: 2)]);

        own.Sift([Change(ActivityAction.ReservationUpdated, Room(3), Facts(1, 3, version: 2))], []).Should().BeEmpty();
    }
}
