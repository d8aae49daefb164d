namespace RoomMonitor.Domain.Reservations;

/// <summary>What a row of recurring reservations has in common. Its occurrences are reservations of their own.</summary>
public sealed class ReservationSeries
{
    public const int MaximumRuleLength = 500;

    public int Id { get; init; }

    /// <summary>The owner.</summary>
    public required int UserId { get; init; }

    /// <summary>The RRULE of RFC 5545, without its name.</summary>
    public required string Rule { get; set; }

    /// <summary>Start of the first occurrence on the campus clock (kind unspecified).</summary>
    public required DateTime LocalStart { get; set; }

    /// <summary>End of the first occurrence on the campus clock (kind unspecified).</summary>
    public required DateTime LocalEnd { get; set; }

    /// <summary>UTC.</summary>
    public required DateTime CreatedAt { get; init; }

    /// <summary>The key under which its maker asked for it; unique for a user. See <see cref="Reservation.RequestKey"/>.</summary>
    public string? RequestKey { get; init; }
}
