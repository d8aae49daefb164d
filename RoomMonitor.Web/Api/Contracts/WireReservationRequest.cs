namespace RoomMonitor.Web.Api.Contracts;

/// <summary>
/// A reservation to make or to change. When: <c>start</c> and <c>end</c>, or else <c>date</c>, <c>start_time</c> and
/// <c>end_time</c>; where both are given the former count. An empty optional field counts as absent, a field that isn't listed here
/// is refused (but for what was read and is sent back as it is), and the camelCase spellings (<c>roomId</c>, <c>startTime</c>) are taken as well.
/// </summary>
public sealed record WireReservationRequest
{
    public int? RoomId { get; init; }

    /// <summary>RFC 3339 with offset, such as <c>2026-11-23T09:00:00Z</c>.</summary>
    public DateTimeOffset? Start { get; init; }

    /// <summary>RFC 3339 with offset; the reservation is over at this instant.</summary>
    public DateTimeOffset? End { get; init; }

    /// <summary>Campus date.</summary>
    public DateOnly? Date { get; init; }

    /// <summary>Campus time, <c>HH:mm</c>. One that the clock skips is refused, one that it repeats is the earlier instant.</summary>
    public string? StartTime { get; init; }

    /// <summary>Campus time on the same date, <c>HH:mm</c>; <c>00:00</c>, or <c>24:00</c>, is midnight at its end.</summary>
    public string? EndTime { get; init; }

    /// <summary>Line breaks may stand in it; other controls, and bidirectional overrides and isolates, are refused here and in every text.</summary>
    public string? Purpose { get; init; }

    public int? Attendees { get; init; }

    /// <summary>One e-mail address. In a PATCH an empty one takes the contact away.</summary>
    public string? ContactEmail { get; init; }

    /// <summary>A telephone number: digits, blanks, <c>+ ( ) - . /</c>, and an extension. In a PATCH an empty one takes the contact away.</summary>
    public string? ContactPhone { get; init; }
}
