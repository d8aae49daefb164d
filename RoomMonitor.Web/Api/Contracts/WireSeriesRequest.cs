namespace RoomMonitor.Web.Api.Contracts;

/// <summary>
/// A series to book. When: as of a reservation; the first occurrence is on that day, or on the next one that <c>recurrence</c> names, and all are at its
/// campus times.
/// </summary>
public sealed record WireSeriesRequest
{
    public int? RoomId { get; init; }

    /// <summary>RFC 3339 with offset; or else <c>date</c>, <c>start_time</c> and <c>end_time</c>.</summary>
    public DateTimeOffset? Start { get; init; }

    /// <summary>RFC 3339 with offset.</summary>
    public DateTimeOffset? End { get; init; }

    /// <summary>Campus date.</summary>
    public DateOnly? Date { get; init; }

    /// <summary>Campus time, <c>HH:mm</c>.</summary>
    public string? StartTime { get; init; }

    /// <summary>Campus time on the same date, <c>HH:mm</c>; <c>00:00</c>, or <c>24:00</c>, is midnight at its end.</summary>
    public string? EndTime { get; init; }

    public WireRecurrence? Recurrence { get; init; }

    /// <summary>Line breaks may stand in it; other controls, and bidirectional overrides and isolates, are refused here and in every text.</summary>
    public string? Purpose { get; init; }

    public int? Attendees { get; init; }

    public string? ContactEmail { get; init; }

    public string? ContactPhone { get; init; }

    /// <summary>The campus dates whose occurrences are left out.</summary>
    public IReadOnlyList<DateOnly>? Skip { get; init; }

    public IReadOnlyList<WireMove>? Moves { get; init; }
}
