namespace RoomMonitor.Data.Outbox;

/// <summary>Is told of activity entries once their transaction has committed. A hint: the log itself is what counts.</summary>
public interface ICommitListener
{
    /// <summary>Called on the committing thread; must be quick and must not throw.</summary>
    void Committed(IReadOnlyList<long> activityIds);

    /// <summary>Completes when this process has published an entry, or soon after if that takes unusually long.</summary>
    Task PublishedAsync(long activityId, CancellationToken cancellationToken);
}
