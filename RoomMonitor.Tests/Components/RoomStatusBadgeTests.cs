using Bunit;
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
    public void Details_SwitchedOff_LeaveNoTabStop()
    {
        var badge = Render<RoomStatusBadge>(p => p.Add(c => c.Status, _free).Add(c => c.Calendar, Calendar).Add(c => c.Now, Now).Add(c => c.ShowDetails, false));

        badge.FindAll("button, [role=tooltip]").Should().BeEmpty();
    }

    [Fact]
    public void LiveRegion_SpeaksWhenTheStatusChanges()
    {
        var badge = RenderBadge(_free);
        badge.Find("[role=status]").TextContent.Should().BeEmpty();

        badge.Render(p => p.Add(c => c.Status, _occupied));

        badge.Find("[role=status]").TextContent.Should().Be("Room 1.04: occupied. Next free 15:00");
    }

    [Fact]
    public void LiveRegion_StaysSilentWhileOnlyMinutesPass()
    {
        var badge = RenderBadge(_occupied);

        badge.Render(p => p.Add(c => c.Status, _occupied with { TimeUntilFree = 47 }).Add(c => c.Now, Now.AddMinutes(1)));

        badge.Find("[role=status]").TextContent.Should().BeEmpty();
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

    private IRenderedComponent<RoomStatusBadge> RenderBadge(RoomStatus status, bool isStale = false) =>
        Render<RoomStatusBadge>(p => p
            .Add(c => c.Status, status).Add(c => c.Calendar, Calendar).Add(c => c.Now, Now).Add(c => c.IsStale, isStale).Add(c => c.AsOf, At("14:08")));
}
