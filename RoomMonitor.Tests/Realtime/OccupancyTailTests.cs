using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using RoomMonitor.Data.Activity;
using RoomMonitor.Data.Occupancy;
using RoomMonitor.Data.Outbox;
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
    private readonly ForwardingListener _listener = new();
    private TestDatabase _database = null!;
    private OccupancyTail _tail = null!;
    private OccupancyBroadcaster _broadcaster = null!;
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

        change.Kind.Should().Be(RoomChangeKind.Created);
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

    private RoomStatus Status => _broadcaster.Current.Find(_room.Id)!.Status;

    private async Task StartAsync()
    {
        var calendar = CampusCalendar.Of("Europe/Lisbon");
        var options = Options.Create(new RealtimeOptions { TailIntervalMilliseconds = 50 });
        var board = new OccupancyBoard(calendar);
        _broadcaster = new OccupancyBroadcaster(board, _database.Clock, options);
        _tail = new OccupancyTail(
            _database.Services.GetRequiredService<IActivityTail>(),
            board,
            _broadcaster,
            new OccupancyLoader(_database.Services.GetRequiredService<OccupancyQueries>(), calendar, _database.Clock),
            TimeProvider.System,
            options,
            NullLogger<OccupancyTail>.Instance);
        _listener.Target = _tail;
        await _tail.StartAsync(default);
        _subscription = _broadcaster.Subscribe();
    }

    private async Task StopAsync()
    {
        _subscription.Dispose();
        await _tail.StopAsync(default);
        _tail.Dispose();
        _listener.Target = null;
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

    private sealed class ForwardingListener : ICommitListener
    {
        public OccupancyTail? Target { get; set; }

        public void Committed(IReadOnlyList<long> activityIds) => Target?.Committed(activityIds);

        public Task PublishedAsync(long activityId, CancellationToken cancellationToken) =>
            Target?.PublishedAsync(activityId, cancellationToken) ?? Task.CompletedTask;
    }
}
