using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace RoomMonitor.Data.Locking;

/// <summary>
/// SQLite has one writer: <c>BEGIN IMMEDIATE</c> locks the whole file, against other processes too. The gate in front of it lets the
/// writers of this process wait without polling.
/// </summary>
public sealed class SqliteRoomLock : IRoomLock, IDisposable
{
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(30);

    private readonly SemaphoreSlim _gate = new(1, 1);

    public async Task<LockedTransaction> BeginAsync(RoomMonitorDbContext context, IEnumerable<int> roomIds, CancellationToken cancellationToken)
    {
        if (!await _gate.WaitAsync(_patience, cancellationToken))
        {
            throw new DatabaseBusyException("The database is busy.");
        }

        var release = new Release(_gate);
        try
        {
            // Not deferred, so this is BEGIN IMMEDIATE.
            return new LockedTransaction(await context.Database.BeginTransactionAsync(cancellationToken), release);
        }
        catch (SqliteException exception) when (DatabaseFailures.IsBusy(exception))
        {
            release.Dispose();
            throw new DatabaseBusyException("The database is locked by another process.", exception);
        }
        catch
        {
            release.Dispose();
            throw;
        }
    }

    public void Dispose() => _gate.Dispose();

    private sealed class Release(SemaphoreSlim gate) : IDisposable
    {
        private int _released;

        public void Dispose()
        {
            if (Interlocked.Exchange(ref _released, 1) == 0)
            {
                gate.Release();
            }
        }
    }
}
