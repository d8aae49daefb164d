using RoomMonitor.Domain.Reservations;

namespace RoomMonitor.Data.Reservations;

/// <summary>Which reservations to list; null leaves a side open. Times are UTC.</summary>
public sealed record ReservationFilter
{
    public int? RoomId { get; init; }

    public int? UserId { get; init; }

    public ReservationStatus? Status { get; init; }

    /// <summary>Only what ends after this instant.</summary>
    public DateTime? From { get; init; }

    /// <summary>Only what starts before this instant.</summary>
    public DateTime? To { get; init; }

    /// <summary>Nothing can lie in between; overlapping an instant isn't asked for.</summary>
    public bool IsEmpty => To <= From;
}
