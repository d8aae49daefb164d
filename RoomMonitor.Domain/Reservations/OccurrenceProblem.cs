namespace RoomMonitor.Domain.Reservations;

/// <summary>Why an occurrence can't be where its series puts it.</summary>
public enum OccurrenceProblem
{
    None,

    /// <summary>Other reservations hold the room.</summary>
    Taken,

    /// <summary>The room is closed.</summary>
    Closed,

    /// <summary>The campus clock is set forward over its start or its end.</summary>
    SkippedByClock,

    /// <summary>Another occurrence of the same series holds the room.</summary>
    OverlapsSeries,
}
