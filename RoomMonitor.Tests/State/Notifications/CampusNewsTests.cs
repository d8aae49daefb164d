using RoomMonitor.Domain.Activity;
using RoomMonitor.Tests.State.Activity;
using RoomMonitor.Web.Features.Activity;
using RoomMonitor.Web.Features.Notifications;
using static RoomMonitor.Tests.State.Activity.ActivityScene;

namespace RoomMonitor.Tests.State.Notifications;

public sealed class CampusNewsTests
{
    private readonly CampusNews _news = new();

    [Fact]
    public void Tell_One_SaysWhatHappenedWhereAndWhen()
    {
        var toast = Tell(Activity(1)).Should().ContainSingle().Subject;

        toast.Title.Should().Be("New reservation in Room 4");
        toast.Message.Should().Contain("15:12");
        toast.ActionHref.Should().Be("rooms/4");
        Tell(Activity(2, ActivityAction.ReservationCancelled)).Should().ContainSingle().Which.Title.Should().Be("Reservation cancelled in Room 4");
    }

    [Fact]
    public void Tell_Many_AreCountedInOneMessageThatTakesTheirPlace()
    {
        Tell(Activity(1), Activity(2)).Should().HaveCount(2);

        var toast = Tell(Activity(3), Activity(3, ActivityAction.ReservationConfirmed)).Should().ContainSingle().Subject;

        toast.Title.Should().Be("3 reservations changed on the campus");
        toast.Replaces.Should().HaveCount(3);
        _news.Tell([Activity(4)], Calendar, Now.AddSeconds(6)).Should().ContainSingle().Which.Title.Should().Be("New reservation in Room 4", "the burst is over");
    }

    [Fact]
    public void Tell_WhatIsToldOtherwiseOrWasNotAskedFor_IsNotTold() => Tell(
        Activity(1) with { IsOwn = true }, Activity(2) with { IsWatched = true }, Activity(3) with { IsByUser = true }, Activity(4) with { IsOfCampus = false })
        .Should().BeEmpty();

    private static UserActivity Activity(int id, ActivityAction? action = ActivityAction.ReservationCreated) =>
        new(Change(action, Room(4), Facts(id, 4))) { IsOfCampus = true };

    private IEnumerable<Toast> Tell(params UserActivity[] activities) => [.. _news.Tell(activities, Calendar, Now)];
}
