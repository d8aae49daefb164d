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

    /// <summary>The ids of the newest entries, newest first: others once anything has been committed.</summary>
    public async Task<IReadOnlyList<long>> NewestIdsAsync(int take, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await NewestIds(context, take).ToListAsync(cancellationToken);
    }

    /// <summary>The rooms of which the newest entries tell, as far as they are of an instant or later.</summary>
    /// <param name="take">So many entries are looked at, at most.</param>
    public async Task<IReadOnlySet<int>> RoomsSinceAsync(DateTime since, int take, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var rooms = await RoomsSince(context, since, take).ToListAsync(cancellationToken);
        return rooms.ToHashSet();
    }

    internal static IQueryable<long> NewestIds(RoomMonitorDbContext context, int take) =>
        context.Activity.OrderByDescending(entry => entry.Id).Take(take).Select(entry => entry.Id);

    internal static IQueryable<int> RoomsSince(RoomMonitorDbContext context, DateTime since, int take) =>
        context.Activity.OrderByDescending(entry => entry.Id).Take(take).Where(entry => entry.CreatedAt >= since).Select(entry => entry.RoomId).Distinct();

    internal static IQueryable<ActivityRow> Latest(RoomMonitorDbContext context, int take) =>
        from entry in context.Activity.AsNoTracking().OrderByDescending(entry => entry.Id).Take(take)
        join room in context.Rooms on entry.RoomId equals room.Id into rooms
        from room in rooms.DefaultIfEmpty()
        orderby entry.Id descending
        select new ActivityRow(entry, room!.Name);
}
