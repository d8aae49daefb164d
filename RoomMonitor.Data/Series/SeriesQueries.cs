using Microsoft.EntityFrameworkCore;
using RoomMonitor.Data.Reservations;

namespace RoomMonitor.Data.Series;

/// <summary>Reads series for people and programs that ask for them.</summary>
public sealed class SeriesQueries(IDbContextFactory<RoomMonitorDbContext> contexts)
{
    public async Task<SeriesRow?> FindAsync(int id, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var found = await (
            from series in context.Series.AsNoTracking()
            join room in context.Rooms on series.RoomId equals room.Id
            join user in context.Users on series.UserId equals user.Id
            where series.Id == id
            select new { series, room, user.UserName }).SingleOrDefaultAsync(cancellationToken);
        if (found is null)
        {
            return null;
        }

        var occurrences = await ReservationQueries.Rows(context, context.Reservations.Where(r => r.SeriesId == id)).ToListAsync(cancellationToken);
        return new SeriesRow(found.series, RuleText.Parse(found.series.Rule), found.room, found.UserName, occurrences);
    }
}
