using RoomMonitor.Domain.Rooms;

namespace RoomMonitor.Domain.Reservations;

/// <summary>Something that is wrong with what was asked for.</summary>
public sealed record ReservationError(ReservationField Field, ReservationProblem Problem)
{
    /// <summary>The room that it is about.</summary>
    public Room? Room { get; init; }

    /// <summary>The character that nobody sees.</summary>
    public char? Letter { get; init; }

    /// <summary>The campus day of the occurrence that it is about.</summary>
    public DateOnly? Day { get; init; }
}
