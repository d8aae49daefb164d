using Microsoft.EntityFrameworkCore.Storage;

namespace RoomMonitor.Data.Locking;

/// <summary>A transaction that holds locks until it is disposed; rolled back unless it was committed.</summary>
public sealed class LockedTransaction(IDbContextTransaction transaction, IDisposable? gate = null) : IAsyncDisposable
{
    public Task CommitAsync(CancellationToken cancellationToken) => transaction.CommitAsync(cancellationToken);

    public async ValueTask DisposeAsync()
    {
        try
        {
            await transaction.DisposeAsync();
        }
        finally
        {
            gate?.Dispose();
        }
    }
}
