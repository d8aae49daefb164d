using System.Runtime.CompilerServices;
using RoomMonitor.Web.Realtime;
using RoomMonitor.Web.Rooms;
using RoomMonitor.Web.Rooms.Addresses;

namespace RoomMonitor.Tests.State;

public sealed class PerSnapshotTests
{
    private static readonly MonitorQuery _query = new() { Sort = MonitorSort.Status };

    private readonly TestBoard _board = new TestBoard().With(TestBoard.Rooms(20));

    [Fact]
    public void Circuits_ThatFollowTheSameBoard_ShareWhatIsComputed()
    {
        var before = _board.Snapshot;
        var (one, other) = (MonitorList.Sorted(before, _query), MonitorList.Sorted(before, _query with { }));
        var after = _board.Reserve(3, 0, 60).Snapshot;

        other.Should().BeSameAs(one);
        other.Following(after, _query).Should().BeSameAs(one.Following(after, _query));
        RoomDifference.Between(before, after).Should().BeSameAs(RoomDifference.Between(before, after)).And.Equal(3);
        BuildingLetters.Of(after).Should().BeSameAs(BuildingLetters.Of(after));
    }

    [Fact]
    public void Snapshots_OfWhichMuchWasComputed_AreNotKeptByLaterOnes()
    {
        var snapshots = FollowTenChanges();

        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();

        snapshots.SkipLast(1).Should().OnlyContain(snapshot => !IsAlive(snapshot));
        IsAlive(snapshots[^1]).Should().BeTrue();
        GC.KeepAlive(_board);
    }

    private static bool IsAlive(WeakReference<OccupancySnapshot> snapshot) => snapshot.TryGetTarget(out _);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private List<WeakReference<OccupancySnapshot>> FollowTenChanges()
    {
        var snapshots = new List<WeakReference<OccupancySnapshot>>();
        var before = _board.Snapshot;
        var list = MonitorList.Sorted(before, _query);
        for (var room = 1; room <= 10; room++)
        {
            snapshots.Add(new(before));
            var after = _board.Reserve(room, 0, 60).Snapshot;
            _ = RoomDifference.Between(before, after);
            _ = BuildingLetters.Of(after);
            list = list.Following(after, _query);
            before = after;
        }

        snapshots.Add(new(before));
        return snapshots;
    }
}
