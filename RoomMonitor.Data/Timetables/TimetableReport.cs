namespace RoomMonitor.Data.Timetables;

/// <summary>What an import did, or why it did nothing. Counts of reservations are counts of meetings on one date.</summary>
public sealed record TimetableReport
{
    /// <summary>False: bad lines, or overlaps of a strict import. Nothing was written then, and the counts are 0.</summary>
    public required bool IsImported { get; init; }

    /// <summary>By file and line; all of them.</summary>
    public IReadOnlyList<TimetableError> Errors { get; init; } = [];

    /// <summary>How the files differ from what is documented, and were read all the same.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>Left out because the room is held, by line and date.</summary>
    public IReadOnlyList<TimetableOverlap> Overlaps { get; init; } = [];

    /// <summary>Left out because the campus clock skips their time.</summary>
    public IReadOnlyList<SkippedOccurrence> Skipped { get; init; } = [];

    public int RoomsCreated { get; init; }

    public int RoomsUpdated { get; init; }

    public int Created { get; init; }

    public int Updated { get; init; }

    public int Unchanged { get; init; }

    /// <summary>The files say something else now, but what is over stays as it was.</summary>
    public int PastLeftAlone { get; init; }

    /// <summary>Imported before and cancelled by somebody since: they stay cancelled.</summary>
    public int CancelledLeftAlone { get; init; }

    /// <summary>Future reservations of an earlier import in these rooms that the files no longer have. An import deletes nothing.</summary>
    public int NoLongerInFiles { get; init; }

    /// <summary>Meetings with more people than the room has seats: imported all the same, as real timetables have them.</summary>
    public int OverCapacity { get; init; }
}
