using RoomMonitor.Domain.Time;

namespace RoomMonitor.Domain.Rooms;

/// <summary>A period in which a room is closed. It holds the room like a reservation, with no attendees.</summary>
public sealed class Blackout
{
    public int Id { get; init; }

    public required int RoomId { get; init; }

    public required DateTime Start { get; init; }

    public required DateTime End { get; init; }

    public string Reason { get; init; } = "";

    public TimeSlot Slot => new(Start, End);
}
