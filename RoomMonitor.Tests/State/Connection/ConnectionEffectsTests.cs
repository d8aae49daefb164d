using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using RoomMonitor.Data;
using RoomMonitor.Data.Activity;
using RoomMonitor.Data.Reservations;
using RoomMonitor.Tests.Support;
using RoomMonitor.Web.Features.Notifications;
using RoomMonitor.Web.Shell.Connection;

namespace RoomMonitor.Tests.State.Connection;

public sealed class ConnectionEffectsTests
{
    [Fact]
    public void Changed_ByTheClockAlone_IsFoundFromTheSchedules()
    {
        var board = new TestBoard().With(TestBoard.Rooms(5)).Reserve(1, -60, 10).Reserve(2, 5, 60).Reserve(3, -60, 120);

        var later = TestBoard.Start.AddMinutes(15);
        board.Clock.Advance(TimeSpan.FromMinutes(15));

        ConnectionEffects.Changed(board.Snapshot, TestBoard.Start, later).Should().BeEquivalentTo([1, 2]);
    }

    [Fact]
    public async Task Returned_SaysHowManyRoomsChangedMeanwhile()
    {
        var listener = new LiveBoard.LiveCommitListener();
        await using var database = await TestDatabase.CreateAsync(listener);
        var (first, second) = (await database.AddRoomAsync("A1"), await database.AddRoomAsync("A2"));
        await using var board = await LiveBoard.StartAsync(database, listener);
        await database.Reservations.CreateAsync(TestDatabase.Draft(first.Id), Caller.System, default);
        database.Clock.Advance(TimeSpan.FromMinutes(1));
        var since = database.Clock.GetUtcNow().UtcDateTime;
        database.Clock.Advance(TimeSpan.FromMinutes(1));
        var effects = new ConnectionEffects(
            board.Broadcaster, new ActivityQueries(database.Services.GetRequiredService<IDbContextFactory<RoomMonitorDbContext>>()), database.Clock, NullLogger<ConnectionEffects>.Instance);
        var dispatcher = new RecordingDispatcher();

        await effects.OnReturned(new ConnectionReturned(since), dispatcher);
        (await dispatcher.NextAsync<ToastRequested>()).Toast.Message.Should().Be("Nothing changed while you were away.");

        await database.Reservations.CreateAsync(TestDatabase.Draft(second.Id), Caller.System, default);
        await effects.OnReturned(new ConnectionReturned(since), dispatcher);
        (await dispatcher.NextAsync<ToastRequested>()).Toast.Message.Should().Be("1 room changed while you were away.");

        await effects.OnReturned(new ConnectionReturned(DateTime.UnixEpoch), dispatcher);
        var toast = (await dispatcher.NextAsync<ToastRequested>()).Toast;
        toast.Title.Should().Be("Live again");
        toast.Message.Should().Be("2 rooms changed while you were away.");
    }
}
