using RoomMonitor.Domain.Reservations;

namespace RoomMonitor.Data.Reservations;

/// <summary>Somebody books more at once than anybody does by hand.</summary>
public sealed class BookingLimitException(Actor actor, int limit, TimeSpan retryAfter)
    : Exception($"You have booked {limit} times within an hour, which is the limit. Nothing was booked.")
{
    public Actor Actor { get; } = actor;

    public int Limit { get; } = limit;

    /// <summary>After which there is room for one more.</summary>
    public TimeSpan RetryAfter { get; } = retryAfter;
}
