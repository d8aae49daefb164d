using RoomMonitor.Domain.Activity;
using RoomMonitor.Domain.Reservations;
using RoomMonitor.Web.Features.Activity;
using RoomMonitor.Web.Features.Notifications;
using static RoomMonitor.Tests.State.Activity.ActivityScene;

namespace RoomMonitor.Tests.State.Notifications;

public sealed class OwnReservationNewsTests
{
    private readonly OwnReservationNews _news = new();

    [Fact]
    public void Tell_Cancelled_IsAnErrorThatStays()
    {
        var toast = Tell(Own(ActivityAction.ReservationCancelled, Facts(1, 6, version: 2, status: ReservationStatus.Cancelled))).Should().ContainSingle().Subject;

        toast.Kind.Should().Be(ToastKind.Error);
        toast.Title.Should().Be("Your reservation was cancelled");
        toast.Message.Should().Be("Room 6, Today, 15:12\u2060–\u206016:12.");
        toast.Life.Should().BeNull();
        toast.ActionHref.Should().Be("rooms/6");
    }

    [Fact]
    public void Tell_Confirmed_IsASuccess()
    {
        var toast = Tell(Own(ActivityAction.ReservationConfirmed, Facts(1, 6, version: 2))).Should().ContainSingle().Subject;

        (toast.Kind, toast.Title).Should().Be((ToastKind.Success, "Your reservation was confirmed"));
        toast.ActionHref.Should().Be("reservations");
    }

    [Fact]
    public void Tell_MovedToAnotherRoom_SaysWhereItIsNowAndStays()
    {
        var (before, after) = (Facts(1, 6), Facts(1, 7, version: 2));
        UserActivity[] both =
        [
            new(Change(ActivityAction.ReservationUpdated, Room(6), after)) { IsOwn = true, Earlier = before },
            new(Change(ActivityAction.ReservationUpdated, Room(7), after)) { IsOwn = true, Earlier = before },
        ];

        var toast = Tell(both).Should().ContainSingle().Subject;

        (toast.Kind, toast.Title).Should().Be((ToastKind.Warning, "Your reservation was moved"));
        toast.Message.Should().StartWith("Now Room 7, Today, 15:12");
        toast.Life.Should().BeNull();
    }

    [Fact]
    public void Tell_EndedBySomebodyElse_SaysEnded()
    {
        var before = Facts(1, 6) with { Start = Now.AddHours(-1), End = Now.AddHours(1) };
        var ended = new UserActivity(Change(ActivityAction.ReservationUpdated, Room(6), before with { End = Now, Version = 2 })) { IsOwn = true, Earlier = before };

        Tell(ended).Should().ContainSingle().Which.Title.Should().Be("Your reservation was ended");
    }

    [Fact]
    public void Tell_OtherText_IsAChange() =>
        Tell(Own(ActivityAction.ReservationUpdated, Facts(1, 6, version: 2))).Should().ContainSingle().Which.Title.Should().Be("Your reservation was changed");

    [Fact]
    public void Tell_SeriesCancelled_IsOneMessage() =>
        Tell([.. Enumerable.Range(1, 15).Select(Cancelled)]).Should().ContainSingle().Which.Title.Should().Be("15 of your reservations were cancelled");

    [Fact]
    public void Tell_BurstThatGoesOn_CountsOnAndReplacesTheSingleMessages()
    {
        var single = Tell(Cancelled(1)).Should().ContainSingle().Subject;

        var summary = Tell(Cancelled(2), Cancelled(3)).Should().ContainSingle().Subject;

        summary.Replaces.Should().Contain(single.MergeKey!);
        var more = Tell(Cancelled(4)).Should().ContainSingle().Subject;
        more.Title.Should().Be("4 of your reservations were cancelled");
        more.MergeKey.Should().Be(summary.MergeKey);
        _news.Tell([Cancelled(5)], Calendar, Now.AddSeconds(2)).Should().ContainSingle().Which.Title.Should().Be("Your reservation was cancelled");
    }

    [Fact]
    public void Tell_WhatTheUserDidOrOthersOwn_SaysNothing()
    {
        Tell(Own(ActivityAction.ReservationCancelled, Facts(1, 6, version: 2)) with { IsByUser = true }).Should().BeEmpty();
        Tell(Freed(6)).Should().BeEmpty();
    }

    private List<Toast> Tell(params UserActivity[] activities) => [.. _news.Tell(activities, Calendar, Now)];

    private static UserActivity Cancelled(int id) => Own(ActivityAction.ReservationCancelled, Facts(id, 6, id * 60, 2, ReservationStatus.Cancelled));
}
