using RoomMonitor.Data.Series;

namespace RoomMonitor.Web.Api.Contracts;

/// <summary>A change of one, several or all occurrences of a series. An empty optional field counts as absent.</summary>
public sealed record WireSeriesChange
{
    /// <summary><c>this</c> occurrence, it and the <c>following</c> ones (which become a series of their own), or <c>all</c>.</summary>
    public required SeriesScope Scope { get; init; }

    /// <summary>The reservation at which to begin; needed unless the scope is <c>all</c>.</summary>
    public int? OccurrenceId { get; init; }

    public int? RoomId { get; init; }

    /// <summary>Campus time, <c>HH:mm</c>.</summary>
    public string? StartTime { get; init; }

    /// <summary>Campus time, <c>HH:mm</c>; one that isn't after the start is on the next day. Occurrences over several days end so many days later as before.</summary>
    public string? EndTime { get; init; }

    /// <summary>Line breaks may stand in it; other controls, and bidirectional overrides and isolates, are refused here and in every text.</summary>
    public string? Purpose { get; init; }

    public int? Attendees { get; init; }

    /// <summary>An empty one takes the contact away.</summary>
    public string? ContactEmail { get; init; }

    /// <summary>An empty one takes the contact away.</summary>
    public string? ContactPhone { get; init; }

    /// <summary>The campus dates whose occurrences stay where and when they are; not with the scope <c>this</c>.</summary>
    public IReadOnlyList<DateOnly>? Skip { get; init; }

    /// <summary>Not with the scope <c>this</c>.</summary>
    public IReadOnlyList<WireMove>? Moves { get; init; }
}
