using RoomMonitor.Domain.Time;
using RoomMonitor.Web.Features.Browse;
using RoomMonitor.Web.Rooms;
using RoomMonitor.Web.Rooms.Addresses;

namespace RoomMonitor.Tests.State.Browse;

public sealed class BrowseRequestTests
{
    private static readonly CampusCalendar _calendar = CampusCalendar.Of("Europe/Lisbon");
    private static readonly BrowseRequest _all = new(BrowseQuery.Default, null, null, null, []);

    private readonly TestBoard _board = new TestBoard()
        .With(TestBoard.Room(1, "A"), TestBoard.Room(2, "B"), TestBoard.Room(3, "C"), TestBoard.Room(4, "D"))
        .Reserve(1, 0, 60)
        .Reserve(2, 0, 10);

    [Fact]
    public void Select_AtNoTime_GivesFreeRoomsFirst() => Sections(_all).Should().Equal(
        (3, BrowseSection.FreeNow), (4, BrowseSection.FreeNow), (2, BrowseSection.EndingSoon), (1, BrowseSection.Occupied));

    [Fact]
    public void Select_WithFavorites_GivesThoseFirst() => Sections(_all with { UserId = 1, Favorites = [1, 4] }).Should().Equal(
        (1, BrowseSection.Favorites), (4, BrowseSection.Favorites), (3, BrowseSection.FreeNow), (2, BrowseSection.EndingSoon));

    [Fact]
    public void Select_ForATime_IsOneSection() =>
        Sections(_all with { Slot = new TimeSlot(TestBoard.Start.AddMinutes(15), TestBoard.Start.AddMinutes(30)) }).Should().Equal(
            (2, BrowseSection.FreeThen), (3, BrowseSection.FreeThen), (4, BrowseSection.FreeThen));

    [Fact]
    public void Following_RoomThatIsTaken_StaysInItsSection()
    {
        var list = MonitorList.Sorted(_board.Snapshot, _all);
        _board.Reserve(3, 0, 60);

        var after = list.Following(_board.Snapshot, _all);

        after.Items.Select(item => (item.RoomId, (BrowseSection)item.Group!.Value.Rank)).Should().Equal(
            (3, BrowseSection.FreeNow), (4, BrowseSection.FreeNow), (2, BrowseSection.EndingSoon), (1, BrowseSection.Occupied));
        after.Displaced.Should().Be(1);
        after.Items.Should().OnlyContain(item => item.Fits);
    }

    [Fact]
    public void Of_PeopleWithOtherFavorites_ShareWhatIsSelected()
    {
        var (one, other) = (_all with { UserId = 1, Favorites = [1] }, _all with { UserId = 2, Favorites = [2] });

        BrowseSelection.Of(_board.Snapshot, one).Should().Equal(BrowseSelection.Of(_board.Snapshot, other));
        one.ForAnyone().Should().Be(other.ForAnyone());
    }

    [Theory]
    [InlineData("2026-11-24T00:00Z", "2026-11-24T01:00Z", true)]
    [InlineData("2026-11-23T23:45Z", "2026-11-24T01:00Z", false)]
    [InlineData("2026-12-01T13:12Z", "2026-12-01T14:12Z", true)]
    [InlineData("2026-12-01T13:12Z", "2026-12-01T14:13Z", false)]
    public void IsOnBoard_Slot_LiesBetweenTheStartOfTodayAndSevenDaysAhead(string start, string end, bool expected) =>
        BrowseRequest.IsOnBoard(new TimeSlot(Utc(start), Utc(end)), TestBoard.Start, _calendar).Should().Be(expected);

    private static DateTime Utc(string text) => DateTimeOffset.Parse(text, System.Globalization.CultureInfo.InvariantCulture).UtcDateTime;

    private IEnumerable<(int, BrowseSection)> Sections(BrowseRequest request) =>
        request.Select(_board.Snapshot).Select(item => (item.RoomId, (BrowseSection)item.Group!.Value.Rank));
}
