namespace RoomMonitor.Web.Realtime;

public static class OccupancySubscriptionExtensions
{
    /// <summary>The next batch, or null where none came in time.</summary>
    public static async Task<OccupancyBatch?> ReadWithinAsync(
        this OccupancySubscription subscription, TimeSpan wait, TimeProvider clock, CancellationToken stop)
    {
        if (wait <= TimeSpan.Zero)
        {
            return null;
        }

        using var timeout = new CancellationTokenSource(wait, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(stop, timeout.Token);
        try
        {
            return await subscription.ReadAsync(either.Token);
        }
        catch (OperationCanceledException) when (!stop.IsCancellationRequested)
        {
            return null;
        }
    }
}
