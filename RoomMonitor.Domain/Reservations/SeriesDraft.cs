namespace RoomMonitor.Domain.Reservations;

/// <summary>A series that somebody asks for.</summary>
/// <param name="LocalStart">On the campus clock (kind unspecified): the first occurrence is on this day, or on the next that the rule names.</param>
/// <param name="LocalEnd">On the campus clock (kind unspecified).</param>
public sealed record SeriesDraft(int RoomId, DateTime LocalStart, DateTime LocalEnd, RecurrenceRule Rule, ReservationDetails Details)
{
    /// <summary>The campus days whose occurrences are left out.</summary>
    public IReadOnlyCollection<DateOnly> Skip { get; init; } = [];

    public IReadOnlyCollection<OccurrenceMove> Moves { get; init; } = [];
}
