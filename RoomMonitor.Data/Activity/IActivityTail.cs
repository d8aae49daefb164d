using RoomMonitor.Domain.Activity;

namespace RoomMonitor.Data.Activity;

/// <summary>Reads the activity log on from a position: each committed entry once, none before its commit.</summary>
public interface IActivityTail
{
    /// <summary>The position behind everything that is committed now.</summary>
    Task<long> PositionAsync(CancellationToken cancellationToken);

    Task<ActivityPage> ReadAsync(long after, CancellationToken cancellationToken);

    /// <summary>Those of some entries that are committed, wherever the position stands.</summary>
    Task<IReadOnlyList<ActivityEntry>> FindAsync(IReadOnlyCollection<long> ids, CancellationToken cancellationToken);
}
