using RoomMonitor.Data.Locking;
using RoomMonitor.Data.Outbox;

namespace RoomMonitor.Data.Reservations;

/// <summary>Runs changes of reservations: their rooms are locked, all is saved in one transaction or nothing, and it returns once this process's screens have been told.</summary>
public sealed class RoomTransactions(IRoomLock rooms, ICommitListener listener)
{
    /// <param name="change">Checks and changes, inside the transaction; what it leaves unsaved is saved.</param>
    public async Task<T> RunAsync<T>(RoomMonitorDbContext context, IEnumerable<int> roomIds, Func<Task<T>> change, CancellationToken cancellationToken)
    {
        long? activityId;
        T changed;
        await using (var transaction = await rooms.BeginAsync(context, roomIds, cancellationToken))
        {
            changed = await change();
            await context.SaveChangesAsync(cancellationToken);
            activityId = context.Uncommitted.Count == 0 ? null : context.Uncommitted[^1].Id;

            // From here on it counts, whether the caller still waits or not.
            await transaction.CommitAsync(CancellationToken.None);
        }

        if (activityId is { } published)
        {
            await listener.PublishedAsync(published, cancellationToken);
        }

        return changed;
    }
}
