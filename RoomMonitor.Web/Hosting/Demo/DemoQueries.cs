using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using RoomMonitor.Data;
using RoomMonitor.Domain.Reservations;
using RoomMonitor.Domain.Time;

namespace RoomMonitor.Web.Hosting.Demo;

/// <summary>What the simulation asks of the database.</summary>
internal static class DemoQueries
{
    /// <summary>
    /// What the demo itself made, as opposed to users (who have an id), people at doors (whose requests have a key) and imports; and for which
    /// nobody has come.
    /// </summary>
    private static readonly Expression<Func<Reservation, bool>> _isOwn =
        r => r.UserId == null && r.RequestKey == null && r.ExternalKey == null && r.CheckedInAt == null;

    /// <summary>The next ones of its own that satisfy a condition.</summary>
    public static IQueryable<int> NextIds(RoomMonitorDbContext context, DateTime now, Expression<Func<Reservation, bool>> condition) =>
        context.Reservations.Where(r => r.Start > now).Where(_isOwn).Where(condition).OrderBy(r => r.Start).Take(20).Select(r => r.Id);

    /// <summary>Those among some that are its own.</summary>
    public static IQueryable<Reservation> Own(RoomMonitorDbContext context, List<int> ids) =>
        context.Reservations.AsNoTracking().Where(r => ids.Contains(r.Id)).Where(_isOwn).OrderBy(r => r.Id);

    public static Task<int> CountAsync(RoomMonitorDbContext context, TimeSlot day, CancellationToken cancellationToken)
    {
        var (start, end) = (day.Start, day.End);
        return context.Reservations.CountAsync(r => r.Start >= start && r.Start < end, cancellationToken);
    }
}
