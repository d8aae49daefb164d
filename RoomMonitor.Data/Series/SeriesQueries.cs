using Microsoft.EntityFrameworkCore;
using RoomMonitor.Data.Reservations;
using RoomMonitor.Domain.Reservations;
using RoomMonitor.Domain.Time;

namespace RoomMonitor.Data.Series;

/// <summary>Reads series for people and programs that ask for them.</summary>
public sealed class SeriesQueries(IDbContextFactory<RoomMonitorDbContext> contexts, CampusCalendar calendar)
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
        return new SeriesRow(found.series, RuleOf(found.series, occurrences), found.room, found.UserName, occurrences);
    }

    /// <summary>What its RRULE says, and as left out what it names without there being an occurrence.</summary>
    private RecurrenceRule RuleOf(ReservationSeries series, List<ReservationRow> occurrences)
    {
        var booked = occurrences.Select(row => row.Reservation.OriginalStart).OfType<DateTime>().Select(calendar.DateOf);
        return RuleText.Parse(series.Rule) with { ExceptDates = [.. RuleText.Days(series.Rule, series.FirstDay).Except(booked)] };
    }
}
