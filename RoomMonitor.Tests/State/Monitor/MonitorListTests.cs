using RoomMonitor.Domain.Occupancy;
using RoomMonitor.Web.Rooms;
using RoomMonitor.Web.Rooms.Addresses;

namespace RoomMonitor.Tests.State.Monitor;

public sealed class MonitorListTests
{
    private static readonly MonitorQuery _byStatus = new() { Sort = MonitorSort.Status };

    private readonly TestBoard _board = new TestBoard()
        .With(TestBoard.Room(1, "A"), TestBoard.Room(2, "B"), TestBoard.Room(3, "C"), TestBoard.Room(4, "D"));

    [Fact]
    public void Following_OtherOrder_KeepsEachPlace()
    {
        var list = MonitorList.Sorted(_board.Snapshot, _byStatus);
        _board.Reserve(3, 0, 60);

        var after = list.Following(_board.Snapshot, _byStatus);

        Ids(after).Should().Equal(1, 2, 3, 4);
        after.Displaced.Should().Be(1);
        after.Items[2].Room.Status.Occupancy.Should().Be(OccupancyStatus.Occupied);
        Ids(MonitorList.Sorted(_board.Snapshot, _byStatus)).Should().Equal(3, 1, 2, 4);
    }

    [Fact]
    public void Following_NothingMoved_DisplacesNothing()
    {
        var list = MonitorList.Sorted(_board.Snapshot, _byStatus);
        _board.Reserve(1, 0, 60);

        list.Following(_board.Snapshot, _byStatus).Displaced.Should().Be(0);
    }

    [Fact]
    public void Following_RoomThatNoLongerFits_StaysAndSaysSo()
    {
        var free = new MonitorQuery { Status = OccupancyStatus.Free };
        var list = MonitorList.Sorted(_board.Snapshot, free);
        _board.Reserve(2, 0, 60);

        var after = list.Following(_board.Snapshot, free);
        var back = after.Following(_board.Cancel(2).Snapshot, free);

        after.Items.Select(item => item.Fits).Should().Equal(true, false, true, true);
        after.Displaced.Should().Be(1);
        back.Items.Should().OnlyContain(item => item.Fits);
        back.Displaced.Should().Be(0);
    }

    [Fact]
    public void Following_NewRoom_ComesLast()
    {
        var occupied = new MonitorQuery { Status = OccupancyStatus.Occupied };
        var list = MonitorList.Sorted(_board.Reserve(4, 0, 60).Snapshot, occupied);
        _board.Reserve(1, 0, 60);

        var after = list.Following(_board.Snapshot, occupied);

        Ids(after).Should().Equal(4, 1);
        after.Displaced.Should().Be(1);
    }

    [Fact]
    public void Following_Grouped_NewRoomComesLastInItsBuilding()
    {
        var query = new MonitorQuery { Status = OccupancyStatus.Occupied, Grouped = true };
        var board = new TestBoard()
            .With(TestBoard.Room(1, "A", "One"), TestBoard.Room(2, "B", "One"), TestBoard.Room(3, "C", "Two"))
            .Reserve(2, 0, 60).Reserve(3, 0, 60);
        var list = MonitorList.Sorted(board.Snapshot, query);

        Ids(list.Following(board.Reserve(1, 0, 60).Snapshot, query)).Should().Equal(2, 1, 3);
    }

    [Fact]
    public void Following_RoomThatIsGone_IsLeftOut()
    {
        var list = MonitorList.Sorted(_board.Snapshot, _byStatus);
        _board.With(TestBoard.Room(1, "A"), TestBoard.Room(4, "D"));

        Ids(list.Following(_board.Snapshot, _byStatus)).Should().Equal(1, 4);
    }

    /// <summary>One circuit was told of each change, the other of both at once: from then on they share what they show.</summary>
    [Fact]
    public void Following_SameOrderByAnotherWay_IsTheSameList()
    {
        var list = MonitorList.Sorted(_board.Snapshot, _byStatus);
        var first = list.Following(_board.Reserve(1, 0, 60).Snapshot, _byStatus);

        var both = _board.Reserve(2, 0, 60).Snapshot;

        list.Following(both, _byStatus).Should().BeSameAs(first.Following(both, _byStatus));
    }

    [Fact]
    public void Following_AnotherOrder_IsAnotherList()
    {
        var list = MonitorList.Sorted(_board.Snapshot, _byStatus);
        var after = MonitorList.Sorted(_board.Reserve(3, 0, 60).Snapshot, _byStatus);

        var both = _board.Reserve(2, 0, 60).Snapshot;

        Ids(list.Following(both, _byStatus)).Should().Equal(1, 2, 3, 4);
        Ids(after.Following(both, _byStatus)).Should().Equal(3, 1, 2, 4);
    }

    [Fact]
    public void WindowOf_SameViewport_IsTheSame()
    {
        var list = MonitorList.Sorted(_board.Snapshot, _byStatus);

        list.WindowOf(new MonitorViewport(4, 184, 52, 0, 640)).Should().BeSameAs(list.WindowOf(new MonitorViewport(4, 184, 52, 0, 640)));
        list.WindowOf(new MonitorViewport(3, 184, 52, 0, 640)).Should().BeEquivalentTo(
            MonitorWindow.Of(MonitorGroup.Of(list.Items), new MonitorViewport(3, 184, 52, 0, 640)));
    }

    private static IEnumerable<int> Ids(MonitorList list) => list.Items.Select(item => item.RoomId);
}
