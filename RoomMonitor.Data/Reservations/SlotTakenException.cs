using RoomMonitor.Domain.Reservations;

namespace RoomMonitor.Data.Reservations;

/// <summary>The room is held at that time. Nothing was changed.</summary>
public sealed class SlotTakenException(IReadOnlyList<Reservation> conflicts, bool isClosed)
    : Exception(isClosed ? "The room is closed at this time." : "This time is taken.")
{
    /// <summary>The reservations in the way, by start; empty where the room is closed.</summary>
    public IReadOnlyList<Reservation> Conflicts { get; } = conflicts;

    public bool IsClosed { get; } = isClosed;
}
