using System.Reflection;
using Bunit;
using Microsoft.AspNetCore.Components.RenderTree;
using RoomMonitor.Tests.Support;
using RoomMonitor.Web.Features.Monitor;
using RoomMonitor.Web.Realtime;
using RoomMonitor.Web.Rooms;
using static RoomMonitor.Tests.Support.Campus;

namespace RoomMonitor.Tests.Components;

public sealed class RoomMonitorCardTests : ComponentTest
{
    private static readonly RoomOccupancy _occupied = Room(Reservation("14:00", "15:00", attendees: 9));

    private static readonly ListMoment _moment = new(Calendar, Today, Now);

    [Fact]
    public void Card_OfAnOccupiedRoom_SaysAllOfIt()
    {
        var card = RenderCard();

        card.Find("article").ClassList.Should().Contain("s-occupied");
        card.Find("header .countdown").TextContent.Trim().Should().Be("free in 48 min");
        card.Find("h3").TextContent.Trim().Should().Be("Room 1.04");
        card.Find(".facts").TextContent.Should().ContainAll("Next free 15:00", "9 of 12");
        card.Find("[role=img]").GetAttribute("aria-label").Should().Be("Today: 14:00 to 15:00");
        card.Find(".plate").GetAttribute("aria-hidden").Should().Be("true");
    }

    [Fact]
    public void Card_TimePassesAndNothingElse_IsNotRenderedAgain()
    {
        var card = RenderCard();

        card.Render(p => p.Add(c => c.Moment, _moment with { Now = Now.AddMinutes(10) }));

        card.RenderCount.Should().Be(1);
    }

    [Fact]
    public void Card_ItsRoomChanges_IsRenderedAgain()
    {
        var card = RenderCard();

        card.Render(p => p.Add(c => c.Occupancy, Room()));

        card.RenderCount.Should().Be(2);
        card.Find(".word").TextContent.Should().Be("Available");
    }

    [Fact]
    public void Card_ChangesThereAndBack_ShowsTheLast()
    {
        var card = RenderCard();

        card.Render(p => p.Add(c => c.Occupancy, Room()));
        card.Render(p => p.Add(c => c.Occupancy, _occupied));

        card.Find(".word").TextContent.Should().Be("Occupied");
    }

    [Fact]
    public void Card_AtMidnight_TurnsItsStrip()
    {
        var card = RenderCard();

        card.Render(p => p.Add(c => c.Moment, new ListMoment(Calendar, Today.AddDays(1), At("2026-11-25 00:00"))));

        card.Find("[role=img]").GetAttribute("aria-label").Should().Be("Today: no reservations");
        card.Find("day-strip-now").GetAttribute("from").Should().Be("2026-11-25T07:00:00.000Z");
    }

    [Fact]
    public void Card_BecomesStale_IsUnknownWithWhatWasLastKnown()
    {
        var card = RenderCard();

        card.Render(p => p.Add(c => c.Moment, _moment with { StaleSince = At("14:08") }));

        card.Find("article").ClassList.Should().Contain("s-unknown");
        card.Find("header .countdown").TextContent.Trim().Should().Be("14:08");
        card.Find(".facts").TextContent.Should().Contain("Was occupied at 14:08");
        card.FindAll(".current").Should().BeEmpty();
        card.Find("day-strip-now").GetAttribute("style").Should().EndWith("--line:0");
    }

    [Fact]
    public void Card_Marks_AreShown()
    {
        var card = RenderCard();

        card.Render(p => p.Add(c => c.Mark, RoomMark.Of(isChanged: true, fits: true)));
        card.Find("article").ClassList.Should().Contain("changed").And.NotContain("leaving");
        card.Find(".facts").TextContent.Should().NotContain("no longer matches");

        card.Render(p => p.Add(c => c.Mark, RoomMark.Of(isChanged: true, fits: false)));
        card.Find("article").ClassList.Should().Contain("changed").And.NotContain("leaving");
        card.Find(".facts").TextContent.Should().Contain("no longer matches");

        card.Render(p => p.Add(c => c.Mark, RoomMark.Of(isChanged: false, fits: false)));
        card.Find("article").ClassList.Should().NotContain("changed").And.Contain("leaving");
        card.Find(".facts").TextContent.Should().Contain("no longer matches");

        card.Render(p => p.Add(c => c.Mark, RoomMark.Of(isChanged: false, fits: true)));
        card.Find("article").ClassList.Should().NotContain("changed").And.NotContain("leaving");
    }

    [Fact]
    public void Row_OfAFreeRoom_SaysWhenItChanges()
    {
        var row = Render<RoomMonitorRow>(p => p
            .Add(c => c.Occupancy, Room(Reservation("16:30", "18:00"))).Add(c => c.Moment, _moment)
            .Add(c => c.Letters, "M"));

        row.FindAll("td, th").Select(cell => cell.TextContent.Trim()).Should()
            .Equal("Available", "M1Room 1.04", "Main Building", "12 seats", "16:30", "2 h 18 min", "", "1");
        row.Find("th a").GetAttribute("href").Should().Be("rooms/1");
    }

    /// <summary>Trees lie in arrays of 128 or 256 frames, 5 or 10 KiB, two for each card of each circuit (docs/adr/0007).</summary>
    [Theory]
    [InlineData("14:00", "15:00")]
    [InlineData("14:00", "14:20")]
    [InlineData("16:00", "17:00")]
    public void Card_InAnyStatus_FitsIntoTheSmallerTree(string start, string end)
    {
        var card = Render<RoomMonitorCard>(p => p
            .Add(c => c.Occupancy, Room(Reservation(start, end, attendees: 9))).Add(c => c.Moment, _moment)
            .Add(c => c.Letters, "M").Add(c => c.Mark, RoomMark.Changed));

        FramesOf(card).Should().BeLessThanOrEqualTo(128);
    }

#pragma warning disable BL0006 // The tree's own types: nothing else tells how large it is.
    private int FramesOf(IRenderedComponent<RoomMonitorCard> card)
    {
        var frames = typeof(Renderer).GetMethod("GetCurrentRenderTreeFrames", BindingFlags.NonPublic | BindingFlags.Instance)!;
        var id = card.GetType().GetProperty("ComponentId")!.GetValue(card);
        return ((ArrayRange<RenderTreeFrame>)frames.Invoke(Renderer, [id])!).Count;
    }
#pragma warning restore BL0006

    private IRenderedComponent<RoomMonitorCard> RenderCard() => Render<RoomMonitorCard>(p => p
        .Add(c => c.Occupancy, _occupied).Add(c => c.Moment, _moment).Add(c => c.Letters, "M"));
}
