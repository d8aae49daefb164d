using RoomMonitor.Web.Rooms;

namespace RoomMonitor.Tests.State.Rooms;

public sealed class RoomsReducersTests
{
    private readonly TestBoard _board = new TestBoard().With(TestBoard.Rooms(5));

    [Fact]
    public void OnUpdated_NewerSnapshot_ShowsIt()
    {
        var state = RoomsState.Of(_board.Snapshot, TestBoard.Start);
        _board.Reserve(1, 0, 60);

        var after = RoomsReducers.OnUpdated(state, new RoomsUpdated(_board.Snapshot, [1], TestBoard.Start));

        after.Snapshot.Should().BeSameAs(_board.Snapshot);
        after.Counts.Occupied.Should().Be(1);
    }

    [Fact]
    public void OnUpdated_OlderSnapshot_IsIgnored()
    {
        var older = _board.Snapshot;
        var state = RoomsState.Of(_board.Reserve(1, 0, 60).Snapshot, TestBoard.Start);

        RoomsReducers.OnUpdated(state, new RoomsUpdated(older, [1], TestBoard.Start)).Should().BeSameAs(state);
        RoomsReducers.OnLoaded(state, new RoomsLoaded(older, TestBoard.Start)).Should().BeSameAs(state);
    }

    [Fact]
    public void OnLoaded_NothingNew_GivesTheSameInstance()
    {
        var state = RoomsState.Of(_board.Reserve(1, 0, 60).Snapshot, TestBoard.Start);

        RoomsReducers.OnLoaded(state, new RoomsLoaded(_board.Snapshot, TestBoard.Start.AddMinutes(1))).Should().BeSameAs(state);
    }

    [Fact]
    public void OnLoaded_TimeHasPassed_CountsAnew()
    {
        var state = RoomsState.Of(_board.Reserve(1, 61, 90).Snapshot, TestBoard.Start);

        var after = RoomsReducers.OnLoaded(state, new RoomsLoaded(_board.Snapshot, TestBoard.Start.AddMinutes(2)));

        (state.Counts.AvailableForAnHour, after.Counts.AvailableForAnHour).Should().Be((5, 4));
    }

    [Fact]
    public void OnFeedLost_UntilTheNextNews_IsStale()
    {
        var state = RoomsState.Of(_board.Snapshot, TestBoard.Start);
        var lost = new RoomsFeedLost(TestBoard.Start);

        var stale = RoomsReducers.OnFeedLost(state, lost);
        var back = RoomsReducers.OnLoaded(stale, new RoomsLoaded(_board.Snapshot, TestBoard.Start));

        (state.IsStale, stale.IsStale, back.IsStale).Should().Be((false, true, false));
        RoomsReducers.OnFeedLost(stale, lost).Should().BeSameAs(stale);
    }

    [Fact]
    public void IsLoaded_EmptyBoard_IsFalse() =>
        RoomsState.Of(new TestBoard().Snapshot, TestBoard.Start).IsLoaded.Should().BeFalse();

    [Fact]
    public void Between_ReloadedBoard_FindsOnlyWhatLooksDifferent()
    {
        var before = _board.Snapshot;
        _board.With(TestBoard.Rooms(5).Select(room => room.Id == 2 ? TestBoard.Room(2, "Renamed") : room));

        RoomDifference.Between(before, _board.Snapshot).Should().Equal(2);
        RoomDifference.Between(before, before).Should().BeEmpty();
    }
}
