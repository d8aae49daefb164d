using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using RoomMonitor.Data.Demo;
using RoomMonitor.Data.Locking;
using RoomMonitor.Domain.Time;
using RoomMonitor.Tests.Support;

namespace RoomMonitor.Tests.Demo;

public sealed class DemoSeederTests
{
    [Fact]
    public async Task SeedAsync_EmptyDatabase_MakesACampusWhoseReservationsNeverOverlap()
    {
        await using var database = await TestDatabase.CreateAsync();

        (await Seeder(database).SeedAsync(default)).Should().BeTrue();

        await using var context = database.Open();
        var rooms = await context.Rooms.AsNoTracking().ToListAsync();
        rooms.Should().HaveCountGreaterThanOrEqualTo(60).And.OnlyContain(room => room.Capacity > 0 && room.Amenities.Count > 0);
        rooms.Select(room => room.Building).Distinct().Should().HaveCount(5);
        var reservations = await context.Reservations.AsNoTracking().OrderBy(r => r.Start).ToListAsync();
        reservations.Count(r => r.Start.Date == TestDatabase.Now.Date).Should().BeGreaterThan(100);
        foreach (var room in reservations.GroupBy(r => r.RoomId))
        {
            room.Zip(room.Skip(1)).Should().OnlyContain(pair => pair.First.End <= pair.Second.Start);
        }
    }

    [Fact]
    public async Task SeedAsync_Twice_ChangesNothing()
    {
        await using var database = await TestDatabase.CreateAsync();
        await Seeder(database).SeedAsync(default);

        (await Seeder(database).SeedAsync(default)).Should().BeFalse();
    }

    [Fact]
    public async Task SeedAsync_DatabaseWithOneRoom_LeavesItAlone()
    {
        await using var database = await TestDatabase.CreateAsync();
        await database.AddRoomAsync();

        (await Seeder(database).SeedAsync(default)).Should().BeFalse();

        await using var context = database.Open();
        (await context.Rooms.CountAsync()).Should().Be(1);
    }

    [Fact]
    public void DayPlan_SameRoomAndDate_IsTheSamePlan()
    {
        var calendar = CampusCalendar.Of("Europe/Lisbon");
        var date = new DateOnly(2026, 11, 23);

        var first = DemoCampus.Rooms.SelectMany(room => DemoDayPlan.For(room, date, calendar)).ToList();
        var second = DemoCampus.Rooms.SelectMany(room => DemoDayPlan.For(room, date, calendar)).ToList();

        second.Should().Equal(first);
        DemoCampus.Rooms.Select(room => room.Code).Should().OnlyHaveUniqueItems();
    }

    private static DemoSeeder Seeder(TestDatabase database) => new(
        database.Services.GetRequiredService<IDbContextFactory<RoomMonitor.Data.RoomMonitorDbContext>>(),
        database.Services.GetRequiredService<IRoomLock>(),
        CampusCalendar.Of("Europe/Lisbon"),
        database.Clock);
}
