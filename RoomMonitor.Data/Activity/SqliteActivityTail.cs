using Microsoft.EntityFrameworkCore;
using RoomMonitor.Domain.Activity;

namespace RoomMonitor.Data.Activity;

/// <summary>SQLite has one writer, so the order of ids is the order of commits: the position is the last id.</summary>
public sealed class SqliteActivityTail(IDbContextFactory<RoomMonitorDbContext> contexts) : IActivityTail
{
    private const int PageSize = 5_000;

    public async Task<long> PositionAsync(CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context.Activity.MaxAsync(entry => (long?)entry.Id, cancellationToken) ?? 0;
    }

    public async Task<ActivityPage> ReadAsync(long after, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var entries = await context.Activity.AsNoTracking().Where(entry => entry.Id > after).OrderBy(entry => entry.Id)
            .Take(PageSize).ToListAsync(cancellationToken);
        return new ActivityPage(entries, entries.Count == 0 ? after : entries[^1].Id, entries.Count == PageSize);
    }

    /// <summary>Nothing: whatever is committed is read at once.</summary>
    public Task<IReadOnlyList<ActivityEntry>> FindAsync(IReadOnlyCollection<long> ids, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<ActivityEntry>>([]);
}
