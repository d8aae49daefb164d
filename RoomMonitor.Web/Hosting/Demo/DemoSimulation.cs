using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using RoomMonitor.Data;
using RoomMonitor.Data.Demo;
using RoomMonitor.Data.Locking;
using RoomMonitor.Data.Reservations;
using RoomMonitor.Domain.Reservations;
using RoomMonitor.Domain.Time;
using RoomMonitor.Web.Realtime;

namespace RoomMonitor.Web.Hosting.Demo;

/// <summary>
/// One act at a time: somebody books, extends, leaves early or cancels, an administrator confirms, and each new day gets its plan. Books
/// more when the campus is empty and less when it is full, so that it looks alive for months. What people have booked is theirs alone.
/// </summary>
public sealed class DemoSimulation(
    ReservationService reservations,
    OccupancyBroadcaster broadcaster,
    IDbContextFactory<RoomMonitorDbContext> contexts,
    CampusCalendar calendar,
    [FromKeyedServices(CampusTime.Key)] TimeProvider clock)
{
    private const double EmptiestDay = 0.25;
    private const double FullestDay = 0.60;

    private static readonly Caller _somebody = new(Actor.Simulation, IsAdministrator: true);
    private static readonly int[] _lengths = [15, 30, 30, 45, 60, 90];
    private static readonly string[] _purposes = ["Quick call", "Group study", "Stand-up", "Interview", "Tutoring", "Project meeting"];

    private readonly DemoRandom _random = new(4711);
    private DateOnly _plannedUntil = DateOnly.MinValue;

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <summary>0.5 to 1.5 times the average pause.</summary>
    public double NextPause() => 0.5 + (_random.Next(1_001) / 1_000.0);

    /// <summary>Does one thing that is possible now, or nothing.</summary>
    public async Task StepAsync(CancellationToken cancellationToken)
    {
        try
        {
            await PlanComingDaysAsync(cancellationToken);
            var snapshot = broadcaster.PublishDue();
            if (snapshot.Rooms.Count == 0)
            {
                return;
            }

            var held = snapshot.Rooms.Count(room => room.Status.IsOccupied) / (double)snapshot.Rooms.Count;
            var isDay = OpeningHours.Of(calendar, calendar.DateOf(Now)).Contains(Now);
            var act = _random.Next(100);
            if (held > FullestDay || (!isDay && held > EmptiestDay))
            {
                await EndEarlyAsync(snapshot, cancellationToken);
            }
            else if ((isDay && held < EmptiestDay) || act < (isDay ? 45 : 3))
            {
                await BookAsync(snapshot, cancellationToken);
            }
            else if (act < 60)
            {
                await ConfirmAsync(cancellationToken);
            }
            else if (act < 72)
            {
                await CancelComingAsync(cancellationToken);
            }
            else if (act < 88)
            {
                await EndEarlyAsync(snapshot, cancellationToken);
            }
            else
            {
                await ExtendAsync(snapshot, cancellationToken);
            }
        }
        catch (Exception exception) when (exception is SlotTakenException or InvalidReservationException or ReservationTransitionException
            or ReservationNotFoundException or ReservationMovedException or DatabaseBusyException)
        {
            // Somebody was faster: so is life.
        }
    }

    private async Task BookAsync(OccupancySnapshot snapshot, CancellationToken cancellationToken)
    {
        var room = _random.Pick(snapshot.Rooms);
        var status = snapshot.StatusAt(room, Now);
        var minute = WholeMinutes.AtOrBefore(Now);
        var start = status.NextAvailableAt ?? minute.AddMinutes(_random.Chance(0.6) ? 0 : 15 * (1 + _random.Next(6)));
        var details = new ReservationDetails(_random.Pick(_purposes), Math.Max(1, room.Room.Capacity * (20 + _random.Next(60)) / 100));
        await reservations.CreateAsync(
            new ReservationDraft(room.Room.Id, start, start.AddMinutes(_random.Pick(_lengths)), details), _somebody, cancellationToken);
    }

    private async Task ConfirmAsync(CancellationToken cancellationToken)
    {
        if (await AnyIdAsync(r => r.Status == ReservationStatus.Pending, cancellationToken) is { } id)
        {
            await reservations.ConfirmAsync(id, _somebody, cancellationToken);
        }
    }

    private async Task CancelComingAsync(CancellationToken cancellationToken)
    {
        if (await AnyIdAsync(r => r.Status != ReservationStatus.Cancelled, cancellationToken) is { } id)
        {
            await reservations.CancelAsync(id, _somebody, cancellationToken);
        }
    }

    /// <summary>One of its own next reservations that satisfy a condition.</summary>
    private async Task<int?> AnyIdAsync(Expression<Func<Reservation, bool>> condition, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var ids = await DemoQueries.NextIds(context, Now, condition).ToListAsync(cancellationToken);
        return ids.Count == 0 ? null : _random.Pick(ids);
    }

    private async Task EndEarlyAsync(OccupancySnapshot snapshot, CancellationToken cancellationToken)
    {
        if (await AnyCurrentAsync(snapshot, cancellationToken) is { } current)
        {
            await reservations.CancelAsync(current.Id, _somebody, cancellationToken);
        }
    }

    private async Task ExtendAsync(OccupancySnapshot snapshot, CancellationToken cancellationToken)
    {
        if (await AnyCurrentAsync(snapshot, cancellationToken) is { } current)
        {
            await reservations.UpdateAsync(current.Id, new ReservationPatch { End = current.End.AddMinutes(15) }, _somebody, cancellationToken);
        }
    }

    /// <summary>One of those that hold a room now.</summary>
    private async Task<Reservation?> AnyCurrentAsync(OccupancySnapshot snapshot, CancellationToken cancellationToken)
    {
        List<int> held = [.. snapshot.Rooms.Select(room => room.Status.CurrentReservationId).OfType<int>()];
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var current = await DemoQueries.Own(context, held).ToListAsync(cancellationToken);
        return current.Count == 0 ? null : _random.Pick(current);
    }

    /// <summary>The demo campus gets its plan for each day that comes into sight; a campus with other rooms is left alone.</summary>
    private async Task PlanComingDaysAsync(CancellationToken cancellationToken)
    {
        var last = calendar.DateOf(Now).AddDays(DemoSeeder.DaysAhead);
        if (_plannedUntil >= last)
        {
            return;
        }

        var rooms = broadcaster.Snapshot.Rooms.ToDictionary(room => room.Room.Code, room => room.Room.Id);
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        for (var date = calendar.DateOf(Now); date <= last; date = date.AddDays(1))
        {
            var plan = DemoCampus.Rooms.Where(room => rooms.ContainsKey(room.Code)).ToList();
            if (plan.Count == 0 || await DemoQueries.CountAsync(context, calendar.Day(date), cancellationToken) >= plan.Count)
            {
                continue;
            }

            foreach (var (room, booking) in plan.SelectMany(room => DemoDayPlan.For(room, date, calendar).Select(booking => (room, booking))))
            {
                await TryBookAsync(new ReservationDraft(rooms[room.Code], booking.Slot.Start, booking.Slot.End, booking.Details), cancellationToken);
            }
        }

        _plannedUntil = last;
    }

    private async Task TryBookAsync(ReservationDraft draft, CancellationToken cancellationToken)
    {
        try
        {
            await reservations.CreateAsync(draft, _somebody, cancellationToken);
        }
        catch (Exception exception) when (exception is SlotTakenException or InvalidReservationException)
        {
            // Past already, or taken by a person.
        }
    }
}
