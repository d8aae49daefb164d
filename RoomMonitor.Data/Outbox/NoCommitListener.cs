namespace RoomMonitor.Data.Outbox;

/// <summary>For a process without screens, such as an import on the command line: the servers tail the log.</summary>
public sealed class NoCommitListener : ICommitListener
{
    public void Committed(IReadOnlyList<long> activityIds)
    {
    }

    public Task PublishedAsync(long activityId, CancellationToken cancellationToken) => Task.CompletedTask;
}
