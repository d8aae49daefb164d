using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using RoomMonitor.Data;
using RoomMonitor.Data.Activity;
using RoomMonitor.Data.Locking;
using RoomMonitor.Data.Reservations;
using RoomMonitor.Domain.Reservations;
using RoomMonitor.Domain.Rooms;
using RoomMonitor.Domain.Time;
using RoomMonitor.Tests.Support;

namespace RoomMonitor.Tests.Data;

/// <summary>Several at once, on the database that <see cref="TestDatabase"/> has.</summary>
public sealed class ConcurrencyTests : IAsyncLifetime
{
    private const int Writers = 16;

    /// <summary>How long somebody is watched who must not come through.</summary>
    private static readonly TimeSpan _watch = TimeSpan.FromMilliseconds(500);

    private TestDatabase _database = null!;
    private Room _room = null!;

    public async Task InitializeAsync()
    {
        _database = await TestDatabase.CreateAsync();
        _room = await _database.AddRoomAsync();
    }

    public async Task DisposeAsync() => await _database.DisposeAsync();

    [Fact]
    public async Task CreateAsync_OneSlotFromManyWriters_IsBookedOnce()
    {
        var outcomes = await Task.WhenAll(Enumerable.Range(0, Writers).Select(_ => Task.Run(BookAsync)));

        outcomes.Where(refused => refused is null).Should().ContainSingle();
        outcomes.OfType<SlotTakenException>().Should().HaveCount(Writers - 1).And.OnlyContain(refused => refused.Conflicts.Count == 1);
        await using var context = _database.Open();
        (await context.Reservations.CountAsync()).Should().Be(1);
    }

    [Fact]
    public async Task RoomLock_OfTheSameRoom_WaitsUntilTheFirstTransactionEnds()
    {
        var locks = _database.Services.GetRequiredService<IRoomLock>();
        await using var first = _database.Open();
        await using var second = _database.Open();
        Task<LockedTransaction> waiting;
        await using (await locks.BeginAsync(first, [_room.Id], default))
        {
            waiting = locks.BeginAsync(second, [_room.Id], default);
            var act = () => waiting.WaitAsync(_watch);
            await act.Should().ThrowAsync<TimeoutException>();
        }

        await using var granted = await waiting;
        waiting.IsCompletedSuccessfully.Should().BeTrue();
    }

    /// <summary>SQLite has one writer at a time: there is no later id while the earlier one is uncommitted.</summary>
    [SqlServerFact]
    public async Task ActivityTail_OnSqlServerWhenAnEarlierIdCommitsLater_ReadsBothOnce()
    {
        var tail = _database.Services.GetRequiredService<IActivityTail>();
        var before = await tail.PositionAsync(default);
        await using var slow = _database.Open();
        await using var transaction = await slow.Database.BeginTransactionAsync();
        await AddAsync(slow, startsInMinutes: 60);
        await using var fast = _database.Open();
        await AddAsync(fast, startsInMinutes: 200);

        var held = await tail.ReadAsync(before, default);
        var meanwhile = await tail.PositionAsync(default);
        await transaction.CommitAsync();
        var page = await tail.ReadAsync(held.Position, default);
        var rest = await tail.ReadAsync(page.Position, default);

        held.Entries.Should().BeEmpty("what is committed already comes after what isn't");
        page.Entries.Select(entry => entry.Reservation!.Start).Should().Equal(TestDatabase.Now.AddMinutes(60), TestDatabase.Now.AddMinutes(200));
        page.Entries.Should().BeInAscendingOrder(entry => entry.Id);
        rest.Entries.Should().BeEmpty();
        (await tail.ReadAsync(meanwhile, default)).Entries.Should().HaveCount(2, "who loads the board meanwhile misses neither");
    }

    /// <returns>Why it was refused; null: booked.</returns>
    private async Task<Exception?> BookAsync()
    {
        try
        {
            await _database.Reservations.CreateAsync(TestDatabase.Draft(_room.Id), Caller.System, default);
            return null;
        }
        catch (SlotTakenException refused)
        {
            return refused;
        }
    }

    private async Task AddAsync(RoomMonitorDbContext context, double startsInMinutes)
    {
        var start = TestDatabase.Now.AddMinutes(startsInMinutes);
        context.Add(Reservation.Create(
            _room.Id, new TimeSlot(start, start.AddHours(1)), new ReservationDetails("Seminar", 5), false, Actor.System, TestDatabase.Now));
        await context.SaveChangesAsync();
    }
}
