using Microsoft.EntityFrameworkCore;

namespace RoomMonitor.Data.Activity;

/// <summary>Reads the activity log for people; the realtime part tails it through <see cref="IActivityTail"/>.</summary>
public sealed class ActivityQueries(IDbContextFactory<RoomMonitorDbContext> contexts)
{
    /// <summary>The newest entries, newest first.</summary>
    public async Task<IReadOnlyList<ActivityRow>> LatestAsync(int take, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await Latest(context, take).ToListAsync(cancellationToken);
    }

    internal static IQueryable<ActivityRow> Latest(RoomMonitorDbContext context, int take) =>
        from entry in context.Activity.AsNoTracking().OrderByDescending(entry => entry.Id).Take(take)
        join room in context.Rooms on entry.RoomId equals room.Id into rooms
        from room in rooms.DefaultIfEmpty()
        orderby entry.Id descending
        select new ActivityRow(entry, room!.Name);
}
