namespace RoomMonitor.Data.Locking;

/// <summary>
/// Begins a transaction in which nobody else, in no process, can change the reservations of some rooms: what is checked inside it still
/// holds when it commits.
/// </summary>
public interface IRoomLock
{
    /// <exception cref="DatabaseBusyException">Not in time.</exception>
    Task<LockedTransaction> BeginAsync(RoomMonitorDbContext context, IEnumerable<int> roomIds, CancellationToken cancellationToken);
}
