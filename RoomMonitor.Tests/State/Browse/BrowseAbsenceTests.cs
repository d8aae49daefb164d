using RoomMonitor.Domain.Time;
using RoomMonitor.Web.Features.Browse;
using RoomMonitor.Web.Rooms.Addresses;

namespace RoomMonitor.Tests.State.Browse;

public sealed class BrowseAbsenceTests
{
    private readonly TestBoard _board = new TestBoard()
        .With(
            TestBoard.Room(1, "Fern Room", "Garden Pavilion"),
            TestBoard.Room(2, "Aula", capacity: 320),
            TestBoard.Room(3, "Room 1.04"))
        .Reserve(2, 0, 60)
        .Reserve(3, 0, 30)
        .Reserve(3, 60, 120);

    [Theory]
    [InlineData("?building=Main%20Building&free=60", 1, 2, 60)]
    [InlineData("?building=Main%20Building&free=30", 1, 3, 30)]
    [InlineData("?building=Main%20Building&status=available", 1, 3, 30)]
    [InlineData("?seats=100&free=30", null, 2, 60)]
    [InlineData("?seats=1000", null, null, 0)]
    [InlineData("?q=nothing&free=30", null, null, 0)]
    [InlineData("?building=Nowhere&seats=1000", null, null, 0)]
    public void Of_NothingFits_SaysWhatFitsElsewhereAndLater(string queryString, int? elsewhere, int? later, int minutes)
    {
        var query = BrowseQuery.Parse(queryString);
        var request = new BrowseRequest(query, query.Time?.SlotAt(TestBoard.Start, CampusCalendar.Of("Europe/Lisbon")), null, null, []);

        var absence = BrowseAbsence.Of(_board.Snapshot, request, TestBoard.Start);

        (absence.Elsewhere?.Room.Id).Should().Be(elsewhere);
        (absence.Later?.Room.Id).Should().Be(later);
        absence.LaterFrom.Should().Be(later is null ? null : TestBoard.Start.AddMinutes(minutes));
    }
}
