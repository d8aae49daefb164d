using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace RoomMonitor.Data.Outbox;

/// <summary>
/// Tells of saved activity entries when their transaction commits, and forgets them when it doesn't. What a savepoint took back is
/// told of in vain: its entries are not in the log.
/// </summary>
internal sealed class OutboxInterceptor(ICommitListener listener) : DbTransactionInterceptor
{
    public override void TransactionCommitted(DbTransaction transaction, TransactionEndEventData eventData) => Tell(eventData.Context);

    public override Task TransactionCommittedAsync(
        DbTransaction transaction, TransactionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        Tell(eventData.Context);
        return Task.CompletedTask;
    }

    public override void TransactionRolledBack(DbTransaction transaction, TransactionEndEventData eventData) => Forget(eventData.Context);

    public override Task TransactionRolledBackAsync(
        DbTransaction transaction, TransactionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        Forget(eventData.Context);
        return Task.CompletedTask;
    }

    public override void TransactionFailed(DbTransaction transaction, TransactionErrorEventData eventData) => Forget(eventData.Context);

    public override Task TransactionFailedAsync(
        DbTransaction transaction, TransactionErrorEventData eventData, CancellationToken cancellationToken = default)
    {
        Forget(eventData.Context);
        return Task.CompletedTask;
    }

    private static void Forget(DbContext? context) => (context as RoomMonitorDbContext)?.Uncommitted.Clear();

    private void Tell(DbContext? context)
    {
        if (context is RoomMonitorDbContext { Uncommitted: { Count: > 0 } uncommitted })
        {
            long[] ids = [.. uncommitted.Select(entry => entry.Id)];
            uncommitted.Clear();
            listener.Committed(ids);
        }
    }
}
