using Bunit;
using RoomMonitor.Domain.Occupancy;
using RoomMonitor.Tests.Support;
using RoomMonitor.Web.Rooms;
using static RoomMonitor.Tests.Support.Campus;

namespace RoomMonitor.Tests.Components.Rooms;

public sealed class StatusAnnouncementTests : ComponentTest
{
    private static readonly RoomStatus _free = Room(Reservation("15:30", "17:00")).Status;
    private static readonly RoomStatus _occupied = Room(Reservation("14:00", "15:00", attendees: 9), Reservation("16:00", "17:00", id: 2)).Status;

    [Fact]
    public void LiveRegion_SpeaksWhenTheStatusChanges()
    {
        var announcement = RenderFor(_free);
        announcement.Find("[role=status]").TextContent.Should().BeEmpty();

        announcement.Render(p => p.Add(c => c.Status, _occupied));

        announcement.Find("[role=status]").TextContent.Should().Be("Room 1.04: occupied. Next free 15:00");
    }

    [Fact]
    public void LiveRegion_StaysSilentWhileOnlyMinutesPass()
    {
        var announcement = RenderFor(_occupied);

        announcement.Render(p => p.Add(c => c.Status, _occupied with { TimeUntilFree = 47 }).Add(c => c.Now, Now.AddMinutes(1)));

        announcement.Find("[role=status]").TextContent.Should().BeEmpty();
    }

    private IRenderedComponent<StatusAnnouncement> RenderFor(RoomStatus status) =>
        Render<StatusAnnouncement>(p => p.Add(c => c.Status, status).Add(c => c.Calendar, Calendar).Add(c => c.Now, Now));
}
