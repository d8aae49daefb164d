using RoomMonitor.Domain.Time;

namespace RoomMonitor.Data.Series;

/// <summary>What holds a room: a reservation, or a closure (no id).</summary>
internal sealed class RoomHold
{
    public required int RoomId { get; init; }

    public required int? ReservationId { get; init; }

    public required DateTime Start { get; init; }

    public required DateTime End { get; init; }

    public bool Overlaps(TimeSlot? slot) => slot is { } wanted && Start < wanted.End && wanted.Start < End;
}
