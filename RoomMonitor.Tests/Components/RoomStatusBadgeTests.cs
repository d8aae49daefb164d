using Bunit;
using Microsoft.AspNetCore.Components;
using RoomMonitor.Domain.Occupancy;
using RoomMonitor.Tests.Support;
using RoomMonitor.Web.Rooms;
using static RoomMonitor.Tests.Support.Campus;

namespace RoomMonitor.Tests.Components;

public sealed class RoomStatusBadgeTests : ComponentTest
{
    private static readonly RoomStatus _free = Room(Reservation("15:30", "17:00")).Status;
    private static readonly RoomStatus _occupied = Room(Reservation("14:00", "15:00", attendees: 9), Reservation("16:00", "17:00", id: 2)).Status;
    private static readonly RoomStatus _ending = Room(Reservation("14:00", "14:20")).Status;

    public static TheoryData<string, string, string> Statuses => new()
    {
        { "free", "Available", "s-available" },
        { "ending", "Ending soon", "s-ending" },
        { "occupied", "Occupied", "s-occupied" },
        { "stale", "Unknown", "s-unknown" },
    };

    [Theory]
    [MemberData(nameof(Statuses))]
    public void Badge_EachStatus_HasGlyphWordAndColour(string status, string word, string cssClass)
    {
        var badge = RenderBadge(StatusOf(status), isStale: status == "stale");

        badge.Find(".word").TextContent.Should().Be(word);
        badge.Find("room-status").ClassList.Should().Contain(cssClass);
        badge.FindAll(".badge svg[aria-hidden=true]").Should().ContainSingle();
    }

    [Fact]
    public void Details_OfAnOccupiedRoom_TellCountdownAttendeesTimeAndReservations()
    {
        var details = RenderBadge(_occupied).Find("[role=tooltip]");

        details.TextContent.Should().ContainAll("free in 48 min", "Next free 15:00", "9 of 12 attending", "2 reservations today");
        details.QuerySelector("room-countdown")!.GetAttribute("until").Should().Be("2026-11-24T15:00:00.000Z");
    }

    [Fact]
    public void Details_DescribeTheButtonThatShowsThem()
    {
        var badge = RenderBadge(_free);

        badge.Find("button").GetAttribute("aria-describedby").Should().Be(badge.Find("[role=tooltip]").Id);
    }

    [Fact]
    public void Component_IsTheFragmentWithoutDetailsAndLiveRegion()
    {
        var badge = Render<RoomStatusBadge>(p => p.Add(c => c.Status, _free).Add(c => c.Calendar, Calendar).Add(c => c.Now, Now).Add(c => c.Size, BadgeSize.Small));

        badge.FindAll("button, [role=tooltip], [role=status]").Should().BeEmpty();
        badge.Markup.Should().Be(Render(RoomStatusBadge.Of(_free, Calendar, Now, isStale: false, null, BadgeSize.Small, detailsId: null)).Markup);
    }

    [Fact]
    public void StaleBadge_TellsWhatWasLastKnown() =>
        RenderBadge(_free, isStale: true).Find("[role=tooltip]").TextContent.Should().Contain("Was available at 14:08");

    [Fact]
    public void Wedge_OfARoomEndingSoon_ShowsTheMinutesLeft() =>
        RenderBadge(_ending).Find("room-wedge").GetAttribute("style").Should().Be("--left:8");

    private static RoomStatus StatusOf(string status) => status switch
    {
        "occupied" => _occupied,
        "ending" => _ending,
        _ => _free,
    };

    private IRenderedComponent<IComponent> RenderBadge(RoomStatus status, bool isStale = false) =>
        Render(RoomStatusBadge.Of(status, Calendar, Now, isStale, At("14:08"), BadgeSize.Normal, "details"));
}
