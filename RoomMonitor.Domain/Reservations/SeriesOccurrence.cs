using RoomMonitor.Domain.Time;

namespace RoomMonitor.Domain.Reservations;

/// <summary>One occurrence of a series as it would be, and what is in its way.</summary>
public sealed record SeriesOccurrence
{
    /// <summary>The campus day on which the rule puts it: what it is skipped or moved by.</summary>
    public required DateOnly Day { get; init; }

    public required int RoomId { get; init; }

    /// <summary>Null where the campus clock skips its start or its end.</summary>
    public required TimeSlot? Slot { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime OriginalStart { get; init; }

    /// <summary>The campus clock shows its start or its end twice on that day; the earlier instant counts.</summary>
    public bool IsTimeRepeated { get; init; }

    public bool IsMoved { get; init; }

    /// <summary>Left out; in a change of a series: left where it is.</summary>
    public bool IsSkipped { get; init; }

    public OccurrenceProblem Problem { get; init; }

    /// <summary>The reservations that hold the room, by start.</summary>
    public IReadOnlyList<Reservation> Conflicts { get; init; } = [];

    /// <summary>Somebody has to skip or to move it first.</summary>
    public bool IsInTheWay => Problem != OccurrenceProblem.None && !IsSkipped;
}
