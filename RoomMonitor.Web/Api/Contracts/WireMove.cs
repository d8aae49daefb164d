namespace RoomMonitor.Web.Api.Contracts;

/// <summary>Another time, or another room, for one occurrence of a series.</summary>
public sealed record WireMove
{
    /// <summary>The campus date on which the rule puts the occurrence.</summary>
    public DateOnly? Date { get; init; }

    /// <summary>RFC 3339 with offset; or else <c>start_time</c> and <c>end_time</c> on that date.</summary>
    public DateTimeOffset? Start { get; init; }

    /// <summary>RFC 3339 with offset.</summary>
    public DateTimeOffset? End { get; init; }

    /// <summary>Campus time, <c>HH:mm</c>.</summary>
    public string? StartTime { get; init; }

    /// <summary>Campus time, <c>HH:mm</c>.</summary>
    public string? EndTime { get; init; }

    /// <summary>That of the series when absent.</summary>
    public int? RoomId { get; init; }
}
