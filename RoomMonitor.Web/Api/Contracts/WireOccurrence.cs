using RoomMonitor.Domain.Reservations;

namespace RoomMonitor.Web.Api.Contracts;

/// <summary>One occurrence of a series that is asked for, and what is in its way.</summary>
public sealed record WireOccurrence
{
    /// <summary>The campus date on which the rule puts it: what <c>skip</c> and <c>moves</c> name it by.</summary>
    public required DateOnly Date { get; init; }

    public required int RoomId { get; init; }

    /// <summary>RFC 3339, UTC; null where the campus clock skips its start or its end.</summary>
    public required DateTime? Start { get; init; }

    /// <summary>RFC 3339, UTC; null where the campus clock skips its start or its end.</summary>
    public required DateTime? End { get; init; }

    /// <summary>
    /// <c>none</c>; <c>taken</c> by <c>conflicts</c>; the room is <c>closed</c>; the campus clock is set forward over its start or end (<c>skipped_by_clock</c>);
    /// another occurrence of the series is in the way (<c>overlaps_series</c>).
    /// </summary>
    public required OccurrenceProblem Problem { get; init; }

    /// <summary>The campus clock shows its start or its end twice on that day; the earlier instant counts.</summary>
    public required bool IsTimeRepeated { get; init; }

    public required bool IsMoved { get; init; }

    public required bool IsSkipped { get; init; }

    /// <summary>The reservations in its way, by start.</summary>
    public required IReadOnlyList<WireReservation> Conflicts { get; init; }

    public static WireOccurrence Of(SeriesOccurrence occurrence, IReadOnlyList<WireReservation> conflicts) => new()
    {
        Date = occurrence.Day,
        RoomId = occurrence.RoomId,
        Start = occurrence.Slot?.Start,
        End = occurrence.Slot?.End,
        Problem = occurrence.Problem,
        IsTimeRepeated = occurrence.IsTimeRepeated,
        IsMoved = occurrence.IsMoved,
        IsSkipped = occurrence.IsSkipped,
        Conflicts = conflicts,
    };
}
