using Microsoft.EntityFrameworkCore;
using RoomMonitor.Data;
using RoomMonitor.Domain.Activity;
using RoomMonitor.Domain.Reservations;
using RoomMonitor.Domain.Rooms;
using RoomMonitor.Domain.Time;
using RoomMonitor.Tests.Support;

namespace RoomMonitor.Tests.Data;

public sealed class OutboxTests : IAsyncLifetime
{
    private readonly RecordingCommitListener _listener = new();
    private TestDatabase _database = null!;
    private Room _room = null!;

    public async Task InitializeAsync()
    {
        _database = await TestDatabase.CreateAsync(_listener);
        _room = await _database.AddRoomAsync();
    }

    public async Task DisposeAsync() => await _database.DisposeAsync();

    [Fact]
    public async Task SaveChangesAsync_NewReservation_WritesEntryWithFactsAndTellsOnce()
    {
        await using var context = _database.Open();
        var reservation = Add(context);

        await context.SaveChangesAsync();

        var entry = await context.Activity.AsNoTracking().SingleAsync();
        entry.Action.Should().Be(ActivityAction.ReservationCreated);
        entry.Reservation.Should().Be(ReservationFacts.Of(reservation));
        entry.ReservationId.Should().Be(reservation.Id).And.BePositive();
        _listener.Told.Should().Equal(entry.Id);
    }

    [Fact]
    public void SaveChanges_Synchronous_WritesEntryAndTells()
    {
        using var context = _database.Open();
        Add(context);

        context.SaveChanges();

        context.Activity.Count().Should().Be(1);
        _listener.Told.Should().HaveCount(1);
    }

    [Fact]
    public async Task SaveChangesAsync_RemovedWithoutAWord_WritesDeletedEntry()
    {
        await using var context = _database.Open();
        var reservation = Add(context);
        await context.SaveChangesAsync();

        context.Remove(reservation);
        await context.SaveChangesAsync();

        var entries = await context.Activity.AsNoTracking().OrderBy(e => e.Id).ToListAsync();
        entries.Select(e => e.Action).Should().Equal(ActivityAction.ReservationCreated, ActivityAction.ReservationDeleted);
        entries[1].ReservationId.Should().Be(reservation.Id);
        (await context.Reservations.CountAsync()).Should().Be(0);
        _listener.Told.Should().HaveCount(2);
    }

    [Fact]
    public async Task Transaction_NotCommittedYet_TellsNothing()
    {
        await using var context = _database.Open();
        await using var transaction = await context.Database.BeginTransactionAsync();
        Add(context);
        await context.SaveChangesAsync();

        _listener.Told.Should().BeEmpty();

        await transaction.CommitAsync();
        _listener.Told.Should().HaveCount(1);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Transaction_RolledBackOrAbandoned_LeavesAndTellsNothing(bool explicitly)
    {
        await using (var context = _database.Open())
        {
            await using var transaction = await context.Database.BeginTransactionAsync();
            Add(context);
            await context.SaveChangesAsync();
            if (explicitly)
            {
                await transaction.RollbackAsync();
            }
        }

        await using var after = _database.Open();
        (await after.Activity.CountAsync()).Should().Be(0);
        (await after.Reservations.CountAsync()).Should().Be(0);
        _listener.Told.Should().BeEmpty();
    }

    [Fact]
    public async Task Transaction_RolledBackThenAnotherCommitted_TellsOfTheSecondOnly()
    {
        await using var context = _database.Open();
        await using (var first = await context.Database.BeginTransactionAsync())
        {
            Add(context);
            await context.SaveChangesAsync();
            await first.RollbackAsync();
        }

        context.ChangeTracker.Clear();
        Add(context, startsInMinutes: 300);
        await context.SaveChangesAsync();

        var entry = await context.Activity.AsNoTracking().SingleAsync();
        _listener.Told.Should().Equal(entry.Id);
    }

    [Fact]
    public async Task Transaction_SavepointTakenBack_LeavesOnlyWhatWasBeforeIt()
    {
        await using var context = _database.Open();
        await using var transaction = await context.Database.BeginTransactionAsync();
        Add(context);
        await context.SaveChangesAsync();
        await transaction.CreateSavepointAsync("before");
        Add(context, startsInMinutes: 300);
        await context.SaveChangesAsync();
        await transaction.RollbackToSavepointAsync("before");
        await transaction.CommitAsync();

        await using var after = _database.Open();
        (await after.Activity.CountAsync()).Should().Be(1);
        (await after.Reservations.CountAsync()).Should().Be(1);
    }

    [Fact]
    public async Task SaveChangesAsync_Fails_LeavesNoEntryAndKeepsTheEvent()
    {
        await using var context = _database.Open();
        var reservation = Reservation.Create(
            roomId: 4711, new TimeSlot(TestDatabase.Now, TestDatabase.Now.AddHours(1)), new ReservationDetails("No such room", 1), false, Actor.System, TestDatabase.Now);
        context.Add(reservation);

        var act = () => context.SaveChangesAsync();

        await act.Should().ThrowAsync<DbUpdateException>();
        reservation.Events.Should().HaveCount(1);
        await using var after = _database.Open();
        (await after.Activity.CountAsync()).Should().Be(0);
        _listener.Told.Should().BeEmpty();
    }

    private Reservation Add(RoomMonitorDbContext context, double startsInMinutes = 60)
    {
        var start = TestDatabase.Now.AddMinutes(startsInMinutes);
        var reservation = Reservation.Create(
            _room.Id, new TimeSlot(start, start.AddHours(1)), new ReservationDetails("Seminar", 5), false, Actor.System, TestDatabase.Now);
        context.Add(reservation);
        return reservation;
    }
}
