using Microsoft.EntityFrameworkCore;
using RoomMonitor.Data.Reservations;
using RoomMonitor.Domain.Activity;
using RoomMonitor.Domain.Occupancy;
using RoomMonitor.Domain.Reservations;
using RoomMonitor.Domain.Rooms;
using RoomMonitor.Domain.Time;
using RoomMonitor.Tests.Support;
using RoomMonitor.Web.Realtime;

namespace RoomMonitor.Tests.Realtime;

public sealed class OccupancyTailTests : IAsyncLifetime
{
    private readonly LiveBoard.LiveCommitListener _listener = new();
    private TestDatabase _database = null!;
    private LiveBoard _live = null!;
    private OccupancySubscription _subscription = null!;
    private Room _room = null!;

    public async Task InitializeAsync()
    {
        _database = await TestDatabase.CreateAsync(_listener);
        _room = await _database.AddRoomAsync();
        await StartAsync();
    }

    public async Task DisposeAsync()
    {
        await StopAsync();
        await _database.DisposeAsync();
    }

    [Fact]
    public async Task ReservationService_Change_IsOnTheBoardWhenTheCallReturns()
    {
        await _database.Reservations.CreateAsync(TestDatabase.Draft(_room.Id, startsInMinutes: 0), Caller.System, default);

        Status.IsOccupied.Should().BeTrue();
    }

    [Fact]
    public async Task Change_ByAnotherProcess_IsFoundWithoutAHint()
    {
        _listener.Target = null;
        var created = await _database.Reservations.CreateAsync(TestDatabase.Draft(_room.Id, startsInMinutes: 0), Caller.System, default);

        var change = await NextChangeAsync();

        change.Action.Should().Be(ActivityAction.ReservationCreated);
        change.Reservation!.Id.Should().Be(created.Id);
        change.Status.IsOccupied.Should().BeTrue();
    }

    [Fact]
    public async Task ExplicitTransaction_RolledBack_ReachesNobody()
    {
        await using (var context = _database.Open())
        {
            await using var transaction = await context.Database.BeginTransactionAsync();
            Add(context, startsInMinutes: 0);
            await context.SaveChangesAsync();
            await transaction.RollbackAsync();
        }

        var second = await _database.Reservations.CreateAsync(TestDatabase.Draft(_room.Id, startsInMinutes: 0), Caller.System, default);

        var change = await NextChangeAsync();
        change.Reservation!.Id.Should().Be(second.Id);
    }

    [Fact]
    public async Task Transaction_OfManyReservations_IsOneUpdate()
    {
        await using (var context = _database.Open())
        {
            for (var index = 0; index < 20; index++)
            {
                Add(context, startsInMinutes: index * 60);
            }

            await context.SaveChangesAsync();
        }

        var batch = await _subscription.ReadAsync(default);

        batch.Updates.Should().ContainSingle().Which.Changes.Should().HaveCount(20);
    }

    [Fact]
    public async Task Room_AddedByAnotherProcess_ComesOntoTheBoard()
    {
        await using (var context = _database.Open())
        {
            var room = new Room { Code = "NEW", Name = "New room" };
            context.Add(room);
            await context.SaveChangesAsync();
            context.Add(ActivityEntry.Of(ActivityAction.RoomCreated, room, Actor.Import, TestDatabase.Now));
            await context.SaveChangesAsync();
        }

        var batch = await _subscription.ReadAsync(default);

        batch.Updates.Should().Contain(update => update.RoomsChanged);
        batch.Latest.Rooms.Select(r => r.Room.Code).Should().BeEquivalentTo("A1", "NEW");
    }

    [Fact]
    public async Task Start_AfterChangesWhileItWasDown_KnowsThem()
    {
        await StopAsync();
        await _database.Reservations.CreateAsync(TestDatabase.Draft(_room.Id, startsInMinutes: 0), Caller.System, default);

        await StartAsync();

        Status.IsOccupied.Should().BeTrue();
    }

    [Fact]
    public async Task Start_ChainThatRunsPastTheWindow_IsFollowedToItsEnd()
    {
        await StopAsync();
        for (var day = 0; day < 30; day++)
        {
            await _database.Reservations.CreateAsync(TestDatabase.Draft(_room.Id, day * 24 * 60, 24 * 60), Caller.System, default);
        }

        await StartAsync();

        Status.NextAvailableAt.Should().Be(TestDatabase.Now.AddDays(30));
    }

    [Fact]
    public async Task Chain_ExtendedPastTheWindowWhileRunning_IsFollowedToItsEnd()
    {
        var first = await _database.Reservations.CreateAsync(TestDatabase.Draft(_room.Id, 0, 12 * 24 * 60), Caller.System, default);
        var second = await _database.Reservations.CreateAsync(TestDatabase.Draft(_room.Id, 12 * 24 * 60, 2 * 24 * 60), Caller.System, default);

        Status.NextAvailableAt.Should().Be(second.End);

        await _database.Reservations.UpdateAsync(second.Id, new ReservationPatch { Purpose = "Another text" }, Caller.System, default);
        Status.NextAvailableAt.Should().Be(second.End);
        await _database.Reservations.CancelAsync(second.Id, Caller.System, default);
        Status.NextAvailableAt.Should().Be(first.End);
    }

    [Fact]
    public async Task Start_ClosureThatRunsPastTheWindow_IsFollowedByWhatTouchesIt()
    {
        await StopAsync();
        await using (var context = _database.Open())
        {
            context.Add(new Blackout { RoomId = _room.Id, Start = TestDatabase.Now.AddHours(-1), End = TestDatabase.Now.AddDays(10) });
            await context.SaveChangesAsync();
        }

        var after = await _database.Reservations.CreateAsync(TestDatabase.Draft(_room.Id, 10 * 24 * 60, 60), Caller.System, default);

        await StartAsync();

        Status.NextAvailableAt.Should().Be(after.End);
    }

    [Fact]
    public async Task ParallelChanges_AreAllPublishedOnceAndInOrder()
    {
        var rooms = await Task.WhenAll(Enumerable.Range(0, 4).Select(index => _database.AddRoomAsync($"P{index}")));
        await StopAsync();
        await StartAsync();

        await Task.WhenAll(Enumerable.Range(0, 80).Select(index => Task.Run(() =>
            _database.Reservations.CreateAsync(TestDatabase.Draft(rooms[index % 4].Id, index * 10, 10), Caller.System, default))));

        var seen = new List<int>();
        while (seen.Count < 80)
        {
            seen.AddRange((await _subscription.ReadAsync(default)).Updates.SelectMany(u => u.Changes).Select(c => c.Reservation!.Id));
        }

        seen.Should().OnlyHaveUniqueItems().And.BeInAscendingOrder();
    }

    private RoomStatus Status => _live.Broadcaster.PublishDue().Find(_room.Id)!.Status;

    private async Task StartAsync()
    {
        _live = await LiveBoard.StartAsync(_database, _listener);
        _subscription = _live.Broadcaster.Subscribe();
    }

    private async Task StopAsync()
    {
        _subscription.Dispose();
        await _live.DisposeAsync();
    }

    private async Task<RoomChange> NextChangeAsync()
    {
        while (true)
        {
            if ((await _subscription.ReadAsync(default)).Updates.SelectMany(u => u.Changes).FirstOrDefault() is { } change)
            {
                return change;
            }
        }
    }

    private void Add(DbContext context, double startsInMinutes)
    {
        var start = TestDatabase.Now.AddMinutes(startsInMinutes);
        context.Add(Reservation.Create(
            _room.Id, new TimeSlot(start, start.AddHours(1)), new ReservationDetails("Seminar", 5), false, Actor.System, TestDatabase.Now));
    }
}
