using RoomMonitor.Web.Rooms;
using RoomMonitor.Web.Rooms.Addresses;

namespace RoomMonitor.Tests.State.Monitor;

public sealed class MonitorAbsenceTests
{
    private readonly TestBoard _board = new TestBoard().With(TestBoard.Rooms(5)).Reserve(1, 0, 60);

    [Theory]
    [InlineData("?building=Building%20A&status=occupied", "Building A has no occupied room right now.", 1)]
    [InlineData("?building=Building%20A&status=ending_soon", "Building A has no room that ends soon right now.", null)]
    [InlineData("?building=Nowhere", "Nowhere has no room.", 5)]
    [InlineData("?q=lab&status=available", "On the campus no available room matches “lab” right now.", null)]
    [InlineData("?building=Building%20A&q=%20002", "In Building A no room matches “002”.", 2)]
    public void Of_NothingFits_SaysWhyAndWhatWould(string query, string reason, int? elsewhere)
    {
        var absence = MonitorAbsence.Of(_board.Snapshot, MonitorQuery.Parse(query));

        absence.Reason.Should().Be(reason);
        (absence.Elsewhere?.Room.Id).Should().Be(elsewhere);
    }
}
