using RoomMonitor.Domain.Reservations;

namespace RoomMonitor.Data.Series;

/// <summary>What a series would be. Nothing is saved, and nothing is held.</summary>
/// <param name="Rule">With all that was left to the first day.</param>
/// <param name="RuleText">The same as an RRULE of RFC 5545.</param>
/// <param name="Occurrences">By day, skipped ones among them.</param>
public sealed record SeriesPreview(RecurrenceRule Rule, string RuleText, IReadOnlyList<SeriesOccurrence> Occurrences)
{
    public bool CanBeBooked => !Occurrences.Any(occurrence => occurrence.IsInTheWay);
}
