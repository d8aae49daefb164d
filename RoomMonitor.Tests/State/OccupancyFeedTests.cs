using RoomMonitor.Domain.Occupancy;
using RoomMonitor.Web.Rooms;

namespace RoomMonitor.Tests.State;

public sealed class OccupancyFeedTests
{
    private readonly TestBoard _board = new TestBoard().With(TestBoard.Rooms(20));
    private readonly RecordingDispatcher _dispatcher = new();
    private readonly TaskCompletionSource<Exception> _error = new(TaskCreationOptions.RunContinuationsAsynchronously);

    [Fact]
    public async Task Start_Once_DispatchesTheSnapshotAtOnce()
    {
        await using var feed = Create();

        feed.Start(OnError);
        feed.Start(OnError);

        (await _dispatcher.NextAsync<RoomsLoaded>()).Snapshot.Should().BeSameAs(_board.Snapshot);
        _board.Broadcaster.SubscriberCount.Should().Be(1);
    }

    [Fact]
    public async Task Update_AfterQuiet_IsDispatchedWithoutTimePassing()
    {
        await using var feed = await StartedAsync();

        _board.Reserve(3, 0, 60);

        var updated = await _dispatcher.NextAsync<RoomsUpdated>();
        updated.ChangedRoomIds.Should().Equal(3);
        updated.Snapshot.Find(3)!.Status.Occupancy.Should().Be(OccupancyStatus.Occupied);
        updated.At.Should().Be(TestBoard.Start);
    }

    [Fact]
    public async Task Update_Burst_BecomesOneBatchAfterTheInterval()
    {
        await using var feed = await StartedAsync();
        _board.Reserve(1, 0, 60);
        await _dispatcher.NextAsync<RoomsUpdated>();
        await _board.Clock.TimerAsync(OccupancyFeed.BatchInterval);

        _board.Reserve(2, 0, 60).Reserve(3, 0, 60).Reserve(4, 0, 60).Cancel(4);
        _board.Clock.Advance(OccupancyFeed.BatchInterval - TimeSpan.FromMilliseconds(1));
        _dispatcher.IsEmpty.Should().BeTrue();
        _board.Clock.Advance(TimeSpan.FromMilliseconds(1));

        var updated = await _dispatcher.NextAsync<RoomsUpdated>();
        updated.ChangedRoomIds.Should().BeEquivalentTo([2, 3], "room 4 looks as before");
        updated.Snapshot.Should().BeSameAs(_board.Snapshot);
        await _board.Clock.TimerAsync(OccupancyFeed.BatchInterval);
        _dispatcher.IsEmpty.Should().BeTrue();
    }

    [Fact]
    public async Task Update_Overflow_DispatchesTheLatestStateWithAllChanges()
    {
        var board = new TestBoard(queue: 2).With(TestBoard.Rooms(20));
        await using var feed = new OccupancyFeed(board.Broadcaster, _dispatcher, board.Clock);
        feed.Start(OnError);
        await _dispatcher.NextAsync<RoomsLoaded>();
        await board.Clock.TimerAsync(OccupancyFeed.ResyncInterval);
        board.Reserve(1, 0, 60);
        await _dispatcher.NextAsync<RoomsUpdated>();
        await board.Clock.TimerAsync(OccupancyFeed.BatchInterval);

        for (var room = 2; room <= 10; room++)
        {
            board.Reserve(room, 0, 60);
        }

        board.Clock.Advance(OccupancyFeed.BatchInterval);
        (await _dispatcher.NextAsync<RoomsUpdated>()).ChangedRoomIds.Should().BeEquivalentTo(Enumerable.Range(2, 9));
    }

    [Fact]
    public async Task Quiet_ForAMinute_ReadsTheBoardAgain()
    {
        await using var feed = await StartedAsync();

        _board.Clock.Advance(OccupancyFeed.ResyncInterval);

        var loaded = await _dispatcher.NextAsync<RoomsLoaded>();
        loaded.Snapshot.Should().BeSameAs(_board.Snapshot);
        loaded.At.Should().Be(TestBoard.Start + OccupancyFeed.ResyncInterval);
    }

    [Fact]
    public async Task Error_InDispatch_ReachesTheCallbackAndLeavesTheDataStale()
    {
        await using var feed = await StartedAsync();
        _dispatcher.Failure = new InvalidOperationException("A reducer failed.");

        _board.Reserve(1, 0, 60);

        (await _error.Task.WaitAsync(TimeSpan.FromSeconds(30))).Should().BeSameAs(_dispatcher.Failure);
        _dispatcher.Failure = null;
        _board.Clock.Advance(OccupancyRules.BelievedFor);
        (await _dispatcher.NextAsync<RoomsFeedLost>()).Since.Should().Be(TestBoard.Start);
        _board.Broadcaster.SubscriberCount.Should().Be(0);
    }

    [Fact]
    public async Task Quiet_ForLong_IsNotStale()
    {
        await using var feed = await StartedAsync();

        for (var minute = 0; minute < 4; minute++)
        {
            _board.Clock.Advance(OccupancyFeed.ResyncInterval);
            await _dispatcher.NextAsync<RoomsLoaded>();
            await _board.Clock.TimerAsync(OccupancyFeed.ResyncInterval);
        }

        _dispatcher.IsEmpty.Should().BeTrue();
    }

    [Fact]
    public async Task Dispose_WhileWaiting_EndsTheSubscriptionAndTheTimers()
    {
        var feed = await StartedAsync();

        await feed.DisposeAsync();
        await feed.DisposeAsync();

        _board.Broadcaster.SubscriberCount.Should().Be(0);
        _board.Reserve(1, 0, 60);
        _board.Clock.Advance(OccupancyRules.BelievedFor + OccupancyFeed.ResyncInterval);
        _dispatcher.IsEmpty.Should().BeTrue();
        _error.Task.IsCompleted.Should().BeFalse();
        feed.Start(OnError);
        _board.Broadcaster.SubscriberCount.Should().Be(0);
    }

    [Fact]
    public async Task Dispose_BetweenTwoBatches_DoesNotWaitForTheInterval()
    {
        var feed = await StartedAsync();
        _board.Reserve(1, 0, 60);
        await _dispatcher.NextAsync<RoomsUpdated>();
        await _board.Clock.TimerAsync(OccupancyFeed.BatchInterval);

        await feed.DisposeAsync();

        _board.Broadcaster.SubscriberCount.Should().Be(0);
    }

    [Fact]
    public async Task Dispose_NeverStarted_IsDone()
    {
        var feed = Create();

        await feed.DisposeAsync();

        _board.Broadcaster.SubscriberCount.Should().Be(0);
    }

    private OccupancyFeed Create() => new(_board.Broadcaster, _dispatcher, _board.Clock);

    private async Task<OccupancyFeed> StartedAsync()
    {
        var feed = Create();
        feed.Start(OnError);
        await _dispatcher.NextAsync<RoomsLoaded>();
        await _board.Clock.TimerAsync(OccupancyFeed.ResyncInterval);
        return feed;
    }

    private Task OnError(Exception exception)
    {
        _error.TrySetResult(exception);
        return Task.CompletedTask;
    }
}
