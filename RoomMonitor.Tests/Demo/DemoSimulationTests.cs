using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using RoomMonitor.Data;
using RoomMonitor.Data.Demo;
using RoomMonitor.Data.Locking;
using RoomMonitor.Domain.Activity;
using RoomMonitor.Domain.Reservations;
using RoomMonitor.Domain.Time;
using RoomMonitor.Tests.Support;
using RoomMonitor.Web.Hosting.Demo;

namespace RoomMonitor.Tests.Demo;

public sealed class DemoSimulationTests
{
    private static readonly CampusCalendar _calendar = CampusCalendar.Of("Europe/Lisbon");

    [Fact]
    public async Task StepAsync_ForADayAndANight_KeepsTheCampusAliveWithoutOverlaps()
    {
        var listener = new LiveBoard.LiveCommitListener();
        await using var database = await TestDatabase.CreateAsync(listener);
        var contexts = database.Services.GetRequiredService<IDbContextFactory<RoomMonitorDbContext>>();
        await new DemoSeeder(contexts, database.Services.GetRequiredService<IRoomLock>(), _calendar, database.Clock).SeedAsync(default);
        await using var live = await LiveBoard.StartAsync(database, listener);
        var simulation = new DemoSimulation(database.Reservations, live.Broadcaster, contexts, _calendar, database.Clock);

        var heldByDay = new List<double>();
        for (var step = 0; step < 24 * 30; step++)
        {
            database.Clock.Advance(TimeSpan.FromMinutes(2));
            await simulation.StepAsync(default);
            var hour = _calendar.ToLocal(database.Clock.GetUtcNow().UtcDateTime).Hour;
            if (hour is >= 9 and < 18)
            {
                var rooms = live.Broadcaster.PublishDue().Rooms;
                heldByDay.Add(rooms.Count(room => room.Status.IsOccupied) / (double)rooms.Count);
            }
        }

        heldByDay.Average().Should().BeInRange(0.2, 0.7);
        await using var context = database.Open();
        var acts = await context.Activity.Where(e => e.UserName == Actor.Simulation.Name).Select(e => e.Action).Distinct().ToListAsync();
        acts.Should().Contain([ActivityAction.ReservationCreated, ActivityAction.ReservationConfirmed, ActivityAction.ReservationCancelled, ActivityAction.ReservationUpdated]);
        var reservations = await context.Reservations.AsNoTracking().Where(r => r.Status != ReservationStatus.Cancelled).OrderBy(r => r.Start).ToListAsync();
        foreach (var room in reservations.GroupBy(r => r.RoomId))
        {
            room.Zip(room.Skip(1)).Should().OnlyContain(pair => pair.First.End <= pair.Second.Start);
        }
    }

    /// <summary>Where only people have booked, the simulation has nothing to end, cancel, extend or confirm.</summary>
    [Fact]
    public async Task StepAsync_PeoplesReservations_AreLeftAlone()
    {
        var listener = new LiveBoard.LiveCommitListener();
        await using var database = await TestDatabase.CreateAsync(listener);
        var person = await database.AddCallerAsync();
        var mine = new List<int>();
        foreach (var number in Enumerable.Range(1, 8))
        {
            var room = await database.AddRoomAsync($"P{number}", requiresApproval: number % 2 == 0);
            foreach (var start in (double[])[0, 120])
            {
                mine.Add((await database.Reservations.CreateAsync(TestDatabase.Draft(room.Id, start, 90), person, default)).Id);
            }
        }

        await using var live = await LiveBoard.StartAsync(database, listener);
        var contexts = database.Services.GetRequiredService<IDbContextFactory<RoomMonitorDbContext>>();
        var simulation = new DemoSimulation(database.Reservations, live.Broadcaster, contexts, _calendar, database.Clock);
        for (var step = 0; step < 200; step++)
        {
            database.Clock.Advance(TimeSpan.FromMinutes(1));
            await simulation.StepAsync(default);
        }

        await using var context = database.Open();
        var touched = await context.Activity.Where(e => e.UserName == Actor.Simulation.Name && e.ReservationId != null && mine.Contains(e.ReservationId.Value)).ToListAsync();
        touched.Select(entry => entry.Action).Should().BeEmpty();
    }

    [Fact]
    public async Task StepAsync_AWeekLater_PlansTheDaysThatCameIntoSight()
    {
        var listener = new LiveBoard.LiveCommitListener();
        await using var database = await TestDatabase.CreateAsync(listener);
        var contexts = database.Services.GetRequiredService<IDbContextFactory<RoomMonitorDbContext>>();
        await new DemoSeeder(contexts, database.Services.GetRequiredService<IRoomLock>(), _calendar, database.Clock).SeedAsync(default);
        database.Clock.Advance(TimeSpan.FromDays(7));
        await using var live = await LiveBoard.StartAsync(database, listener);

        await new DemoSimulation(database.Reservations, live.Broadcaster, contexts, _calendar, database.Clock).StepAsync(default);

        await using var context = database.Open();
        var day = TestDatabase.Now.Date.AddDays(9);
        (await context.Reservations.CountAsync(r => r.Start >= day && r.Start < day.AddDays(1))).Should().BeGreaterThan(100);
    }
}
