using System.Collections.Concurrent;
using RoomMonitor.Data.Outbox;

namespace RoomMonitor.Tests.Support;

/// <summary>Remembers what it was told of.</summary>
public sealed class RecordingCommitListener : ICommitListener
{
    public ConcurrentQueue<long> Told { get; } = [];

    public void Committed(IReadOnlyList<long> activityIds)
    {
        foreach (var id in activityIds)
        {
            Told.Enqueue(id);
        }
    }

    public Task PublishedAsync(long activityId, CancellationToken cancellationToken) => Task.CompletedTask;
}
