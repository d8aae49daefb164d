using System.ComponentModel.DataAnnotations;

namespace RoomMonitor.Web.Realtime;

/// <summary>Section <c>Realtime</c>.</summary>
public sealed class RealtimeOptions
{
    /// <summary>How often the activity log is looked at for changes that nobody hinted at (another process), in milliseconds.</summary>
    [Range(50, 60_000)]
    public int TailIntervalMilliseconds { get; init; } = 1_000;

    /// <summary>Updates that a subscriber may be behind before they are replaced by the latest state.</summary>
    [Range(1, 1_000_000)]
    public int SubscriberQueue { get; init; } = 1_024;
}
