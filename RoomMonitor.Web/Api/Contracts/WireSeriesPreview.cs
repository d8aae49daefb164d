namespace RoomMonitor.Web.Api.Contracts;

/// <summary>What a series would be; nothing is saved, and nothing is held.</summary>
public sealed record WireSeriesPreview
{
    /// <summary>With all that the request left to the first day.</summary>
    public required WireRecurrence Recurrence { get; init; }

    /// <summary>The same as an RRULE of RFC 5545, over campus dates.</summary>
    public required string Rrule { get; init; }

    /// <summary>Whether nothing is in the way of any occurrence that isn't skipped.</summary>
    public required bool CanBeBooked { get; init; }

    /// <summary>By date, skipped ones among them.</summary>
    public required IReadOnlyList<WireOccurrence> Occurrences { get; init; }
}
