using Microsoft.EntityFrameworkCore;
using RoomMonitor.Domain.Activity;

namespace RoomMonitor.Data.Activity;

/// <summary>
/// On SQL Server an earlier id may commit later. The log is read by <c>rowversion</c>, and never past the oldest one of an open
/// transaction (<c>MIN_ACTIVE_ROWVERSION</c>), so that nothing is skipped. That bound is read in a statement of its own, before the
/// rows: it ignores the isolation level, and rows read from an older snapshot would be missing below it.
/// </summary>
public sealed class SqlServerActivityTail(IDbContextFactory<RoomMonitorDbContext> contexts) : IActivityTail
{
    private const int PageSize = 5_000;

    public async Task<long> PositionAsync(CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context.Database.SqlQuery<long>($"SELECT CAST(MIN_ACTIVE_ROWVERSION() AS bigint) - 1 AS [Value]").SingleAsync(cancellationToken);
    }

    public async Task<ActivityPage> ReadAsync(long after, CancellationToken cancellationToken)
    {
        var upTo = await PositionAsync(cancellationToken);
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var rows = await context.Activity
            .FromSql($"SELECT * FROM [Activity] WHERE [RowVersion] > CAST({after} AS binary(8)) AND [RowVersion] <= CAST({upTo} AS binary(8))")
            .AsNoTracking()
            .OrderBy(entry => EF.Property<ulong>(entry, SqlServerRoomMonitorDbContext.RowVersion))
            .Take(PageSize)
            .Select(entry => new { Entry = entry, Position = EF.Property<ulong>(entry, SqlServerRoomMonitorDbContext.RowVersion) })
            .ToListAsync(cancellationToken);
        return new ActivityPage([.. rows.Select(row => row.Entry)], rows.Count == 0 ? after : (long)rows[^1].Position, rows.Count == PageSize);
    }

    public async Task<IReadOnlyList<ActivityEntry>> FindAsync(IReadOnlyCollection<long> ids, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context.Activity.AsNoTracking().Where(entry => ids.Contains(entry.Id)).OrderBy(entry => entry.Id).ToListAsync(cancellationToken);
    }
}
