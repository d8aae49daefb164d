using RoomMonitor.Domain.Time;

namespace RoomMonitor.Data.Occupancy;

/// <summary>A time at which a reservation or a blackout holds a room. Times are UTC.</summary>
public sealed record TakenSlot(int RoomId, DateTime Start, DateTime End)
{
    public TimeSlot Slot => new(Start, End);
}
