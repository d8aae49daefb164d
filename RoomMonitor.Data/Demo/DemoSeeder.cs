using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using RoomMonitor.Data.Locking;
using RoomMonitor.Domain.Reservations;
using RoomMonitor.Domain.Time;

namespace RoomMonitor.Data.Demo;

/// <summary>Makes the demo campus of an empty database: rooms, and reservations from yesterday to a week ahead.</summary>
public sealed class DemoSeeder(
    IDbContextFactory<RoomMonitorDbContext> contexts,
    IRoomLock rooms,
    CampusCalendar calendar,
    [FromKeyedServices(CampusTime.Key)] TimeProvider clock)
{
    /// <summary>Days ahead that have reservations.</summary>
    public const int DaysAhead = 7;

    /// <returns>Whether the database was empty, and is the demo campus now.</returns>
    public async Task<bool> SeedAsync(CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await rooms.BeginAsync(context, [], cancellationToken);
        if (await context.Rooms.AnyAsync(cancellationToken))
        {
            return false;
        }

        var planned = DemoCampus.Rooms.Select(plan => (Plan: plan, Room: plan.ToRoom())).ToList();
        context.Rooms.AddRange(planned.Select(pair => pair.Room));
        await context.SaveChangesAsync(cancellationToken);

        var now = clock.GetUtcNow().UtcDateTime;
        var yesterday = calendar.DateOf(now).AddDays(-1);
        foreach (var (plan, room) in planned)
        {
            var bookings = Enumerable.Range(0, DaysAhead + 2)
                .SelectMany(day => DemoDayPlan.For(plan, yesterday.AddDays(day), calendar))
                .OrderBy(booking => booking.Slot.Start);
            DateTime? freeFrom = null;
            foreach (var booking in bookings)
            {
                // A night's measurement may run into the next morning's first course.
                if (freeFrom is null || booking.Slot.Start >= freeFrom)
                {
                    var pending = plan.RequiresApproval && booking.Slot.Start > now.AddHours(2);
                    context.Reservations.Add(Reservation.Create(room.Id, booking.Slot, booking.Details, pending, Actor.Demo, now));
                    freeFrom = booking.Slot.End;
                }
            }
        }

        await context.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return true;
    }
}
