namespace RoomMonitor.Domain.Reservations;

/// <summary>
/// What recurring reservations have in common. Its occurrences are reservations of their own: one that differs from what stands here was
/// changed by itself.
/// </summary>
public sealed class ReservationSeries
{
    public const int MaximumRuleLength = 500;

    public int Id { get; init; }

    /// <summary>The owner.</summary>
    public required int UserId { get; init; }

    public required int RoomId { get; set; }

    /// <summary>The RRULE of RFC 5545, without its name. Its UNTIL is a campus date.</summary>
    public required string Rule { get; set; }

    /// <summary>Start of the first occurrence on the campus clock (kind unspecified).</summary>
    public required DateTime LocalStart { get; set; }

    /// <summary>End of the first occurrence on the campus clock (kind unspecified).</summary>
    public required DateTime LocalEnd { get; set; }

    public required string Purpose { get; set; }

    public required int Attendees { get; set; }

    public string? ContactEmail { get; set; }

    public string? ContactPhone { get; set; }

    /// <summary>UTC.</summary>
    public required DateTime CreatedAt { get; init; }

    /// <summary>The key under which its maker asked for it; unique for a user. See <see cref="Reservation.RequestKey"/>.</summary>
    public string? RequestKey { get; init; }

    /// <summary>See <see cref="Reservation.RequestDigest"/>.</summary>
    public string? RequestDigest { get; init; }

    public DateOnly FirstDay => DateOnly.FromDateTime(LocalStart);

    public SeriesTimes Times => SeriesTimes.Of(LocalStart, LocalEnd);

    public ReservationDetails Details => new(Purpose, Attendees, ContactEmail, ContactPhone);

    public void Describe(ReservationDetails details) =>
        (Purpose, Attendees, ContactEmail, ContactPhone) = (details.Purpose, details.Attendees, details.ContactEmail, details.ContactPhone);
}
