using Bunit;
using Fluxor;
using Microsoft.Extensions.DependencyInjection;
using RoomMonitor.Domain.Occupancy;
using RoomMonitor.Tests.State;
using RoomMonitor.Web.Rooms;
using RoomMonitor.Web.Shell;

namespace RoomMonitor.Tests.Components;

public sealed class LiveRoomsTests
{
    [Fact]
    public async Task Render_OpensTheStoreAndFeedsItUntilTheCircuitCloses()
    {
        var board = new TestBoard().With(TestBoard.Rooms(3));
        await using (var context = new MonitorContext(board))
        {
            var rooms = context.Services.GetRequiredService<IState<RoomsState>>();
            var changed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            context.Render<LiveRooms>();
            await board.Clock.TimerAsync(RoomMonitor.Web.Rooms.OccupancyFeed.ResyncInterval);
            rooms.StateChanged += (_, _) => changed.TrySetResult();

            board.Reserve(2, 0, 60);

            await changed.Task.WaitAsync(TimeSpan.FromSeconds(30));
            rooms.Value.Snapshot.Find(2)!.Status.Occupancy.Should().Be(OccupancyStatus.Occupied);
            board.Broadcaster.SubscriberCount.Should().Be(1);
        }

        board.Broadcaster.SubscriberCount.Should().Be(0);
    }
}
