using Microsoft.EntityFrameworkCore;
using RoomMonitor.Domain.Reservations;
using RoomMonitor.Domain.Time;

namespace RoomMonitor.Data.Statistics;

/// <summary>Counts reservations for statistics. Reads whole tables: whoever shows it keeps it for a while.</summary>
public sealed class StatisticsQueries(IDbContextFactory<RoomMonitorDbContext> contexts)
{
    public const int PopularRooms = 5;

    public static readonly TimeSpan PopularFor = TimeSpan.FromDays(30);

    public static readonly TimeSpan Week = TimeSpan.FromDays(7);

    /// <param name="today">The campus day of <paramref name="now"/>.</param>
    public async Task<ReservationCounts> CountAsync(DateTime now, TimeSlot today, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var total = await Held(context).CountAsync(cancellationToken);
        return new ReservationCounts(
            total,
            await Within(context, today).CountAsync(cancellationToken),
            await Starting(context, now, now + Week).CountAsync(cancellationToken),
            total == 0 ? 0 : await Held(context).AverageAsync(reservation => (double)reservation.Attendees, cancellationToken),
            await Popular(context, now).ToListAsync(cancellationToken));
    }

    /// <summary>What one user has reserved that starts within a span of time, by start.</summary>
    public async Task<IReadOnlyList<RoomUse>> UseOfAsync(int userId, DateTime from, DateTime to, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await UseOf(context, userId, from, to).ToListAsync(cancellationToken);
    }

    internal static IQueryable<RoomUse> UseOf(RoomMonitorDbContext context, int userId, DateTime start, DateTime end) =>
        from reservation in Starting(context, start, end)
        where reservation.UserId == userId
        join room in context.Rooms on reservation.RoomId equals room.Id
        orderby reservation.Start
        select new RoomUse(room.Id, room.Name, reservation.Start, reservation.End);

    internal static IQueryable<PopularRoom> Popular(RoomMonitorDbContext context, DateTime now) =>
        (from reserved in Starting(context, now - PopularFor, now).GroupBy(reservation => reservation.RoomId).Select(room => new { RoomId = room.Key, Count = room.Count() })
         join room in context.Rooms on reserved.RoomId equals room.Id
         where room.IsActive
         orderby reserved.Count descending, room.Name, room.Id
         select new PopularRoom(room.Id, room.Name, room.Building, reserved.Count)).Take(PopularRooms);

    private static IQueryable<Reservation> Held(RoomMonitorDbContext context) =>
        context.Reservations.AsNoTracking().Where(reservation => reservation.Status != ReservationStatus.Cancelled);

    private static IQueryable<Reservation> Starting(RoomMonitorDbContext context, DateTime from, DateTime to) =>
        Held(context).Where(reservation => reservation.Start >= from && reservation.Start < to);

    private static IQueryable<Reservation> Within(RoomMonitorDbContext context, TimeSlot slot)
    {
        // None is longer, so an index by start serves.
        var (start, end, earliest) = (slot.Start, slot.End, slot.Start - Reservation.MaximumLength);
        return Held(context).Where(reservation => reservation.Start < end && reservation.Start >= earliest && reservation.End > start);
    }
}
