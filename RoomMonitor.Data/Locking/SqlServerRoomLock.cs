using System.Data;
using System.Globalization;
using Microsoft.Data.SqlClient;
using Microsoft.EntityFrameworkCore;

namespace RoomMonitor.Data.Locking;

/// <summary>
/// One application lock a room (<c>sp_getapplock</c>, owned by the transaction), taken in order of room id so that two moves
/// never wait for each other.
/// </summary>
public sealed class SqlServerRoomLock : IRoomLock
{
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(30);

    public async Task<LockedTransaction> BeginAsync(RoomMonitorDbContext context, IEnumerable<int> roomIds, CancellationToken cancellationToken)
    {
        var transaction = await context.Database.BeginTransactionAsync(IsolationLevel.ReadCommitted, cancellationToken);
        try
        {
            await LockAsync(context, roomIds, cancellationToken);
            return new LockedTransaction(transaction);
        }
        catch
        {
            await transaction.DisposeAsync();
            throw;
        }
    }

    /// <summary>Locks in the transaction that the context is in.</summary>
    internal static async Task LockAsync(RoomMonitorDbContext context, IEnumerable<int> roomIds, CancellationToken cancellationToken)
    {
        foreach (var roomId in roomIds.Distinct().Order())
        {
            CheckResult(await LockAsync(context, roomId, cancellationToken));
        }
    }

    /// <summary>0: at once, 1: after waiting; negative: not granted, and nothing may be changed.</summary>
    internal static void CheckResult(int result)
    {
        switch (result)
        {
            case >= 0:
                return;
            case -1:
                throw new DatabaseBusyException("The room is locked: timed out waiting for it.");
            case -2:
                throw new DatabaseBusyException("The room is locked: the wait was cancelled.");
            case -3:
                throw new DatabaseBusyException("The room is locked: chosen as the victim of a deadlock.");
            default:
                throw new InvalidOperationException($"sp_getapplock failed with {result.ToString(CultureInfo.InvariantCulture)}.");
        }
    }

    private static async Task<int> LockAsync(RoomMonitorDbContext context, int roomId, CancellationToken cancellationToken)
    {
        var result = new SqlParameter("@result", SqlDbType.Int) { Direction = ParameterDirection.Output };
        context.Database.SetCommandTimeout(_patience + TimeSpan.FromSeconds(5));
        await context.Database.ExecuteSqlRawAsync(
            "EXEC @result = sp_getapplock @Resource = @resource, @LockMode = 'Exclusive', @LockOwner = 'Transaction', @LockTimeout = @timeout",
            [
                result,
                new SqlParameter("@resource", SqlDbType.NVarChar, 255) { Value = string.Create(CultureInfo.InvariantCulture, $"room:{roomId}") },
                new SqlParameter("@timeout", SqlDbType.Int) { Value = (int)_patience.TotalMilliseconds },
            ],
            cancellationToken);
        return (int)result.Value;
    }
}
