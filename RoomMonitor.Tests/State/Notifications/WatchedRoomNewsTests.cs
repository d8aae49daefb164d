using RoomMonitor.Domain.Activity;
using RoomMonitor.Domain.Reservations;
using RoomMonitor.Web.Features.Activity;
using RoomMonitor.Web.Features.Notifications;
using static RoomMonitor.Tests.State.Activity.ActivityScene;

namespace RoomMonitor.Tests.State.Notifications;

public sealed class WatchedRoomNewsTests
{
    private readonly WatchedRoomNews _news = new();

    [Fact]
    public void Tell_RoomFreedByACancellation_SaysThatItIsAvailable()
    {
        var toast = Tell(Freed(6)).Should().ContainSingle().Subject;

        toast.Kind.Should().Be(ToastKind.Success);
        toast.Title.Should().Be("Room 6 is now available");
        toast.Message.Should().Be("Free all day. You are watching it.");
        toast.ActionText.Should().Be("Book");
        toast.ActionHref.Should().Be("rooms/6");
    }

    [Fact]
    public void Tell_RoomFreedByThePassingOfTime_SaysThatItIsAvailable()
    {
        var change = Change(null, Room(6), actor: null, wasOccupied: true);

        Tell(new UserActivity(change) { IsWatched = true }).Should().ContainSingle().Which.Title.Should().Be("Room 6 is now available");
    }

    [Fact]
    public void Tell_NewReservation_SaysWhen()
    {
        Tell(Created(1, 6)).Should().ContainSingle().Which.Message.Should().Be("Today, 15:12\u2060–\u206016:12.");
        Tell(Created(2, 7, 60 * 24, ReservationStatus.Pending)).Should().ContainSingle().Which.Message.Should().StartWith("Tomorrow, 14:12").And.EndWith(", waiting for approval.");
    }

    [Fact]
    public void Tell_ManyReservationsOfOneRoom_IsOneMessage()
    {
        var toast = Tell([.. Enumerable.Range(0, 15).Select(week => Created(week + 1, 6, week * 7 * 24 * 60))]).Should().ContainSingle().Subject;

        toast.Title.Should().Be("15 new reservations in Room 6");
        toast.Message.Should().StartWith("The first is Today, 14:12");
    }

    [Fact]
    public void Tell_TwelveRoomsOfABuilding_IsOneMessage()
    {
        var toast = Tell([.. Enumerable.Range(1, 12).Select(room => Freed(room))]).Should().ContainSingle().Subject;

        toast.Title.Should().Be("12 rooms changed in Main Building");
        toast.Message.Should().Be("12 available.");
        toast.ActionHref.Should().Be("monitor?building=Main%20Building");
    }

    [Fact]
    public void Tell_BurstThatGoesOn_CountsOnAndReplacesTheSingleMessages()
    {
        Tell(Freed(1), Freed(2)).Should().HaveCount(2);

        var toast = Tell(Freed(3)).Should().ContainSingle().Subject;

        toast.Title.Should().Be("3 rooms changed in Main Building");
        toast.Replaces.Should().Contain(["room 1", "room 2"]);
        Tell(Freed(4)).Should().ContainSingle().Which.MergeKey.Should().Be(toast.MergeKey);
    }

    [Fact]
    public void Tell_AfterAPause_BeginsAnew()
    {
        Tell(Freed(1), Freed(2));

        _news.Tell([Freed(3)], Calendar, Now.AddSeconds(6)).Should().ContainSingle().Which.Title.Should().Be("Room 3 is now available");
    }

    [Fact]
    public void Tell_SeveralBuildings_AreToldApart() =>
        Tell(Freed(1), Freed(2), Freed(3, "Annex"), Freed(4, "Annex")).Should().HaveCount(4);

    [Fact]
    public void Tell_OneselfOrWithoutConsequence_SaysNothing()
    {
        Tell(Freed(1) with { IsByUser = true }).Should().BeEmpty();
        Tell(Freed(1) with { IsOwn = true }).Should().BeEmpty();
        Tell(Freed(1) with { IsWatched = false }).Should().BeEmpty();
        Tell(new UserActivity(Change(ActivityAction.ReservationCancelled, Room(1), Facts(1, 1))) { IsWatched = true }).Should().BeEmpty("the room was free already");
    }

    private List<Toast> Tell(params UserActivity[] activities) => [.. _news.Tell(activities, Calendar, Now)];
}
