using RoomMonitor.Domain.Reservations;

namespace RoomMonitor.Data.Series;

/// <summary>Some occurrences can't be where the series puts them. Nothing was changed; each of them can be skipped or moved.</summary>
public sealed class SeriesConflictException(IReadOnlyList<SeriesOccurrence> occurrences)
    : Exception(occurrences.Count == 1
        ? "One occurrence can't be booked: skip it, or move it."
        : $"{occurrences.Count} occurrences can't be booked: skip or move each of them.")
{
    /// <summary>Those that can't be, by day.</summary>
    public IReadOnlyList<SeriesOccurrence> Occurrences { get; } = occurrences;
}
