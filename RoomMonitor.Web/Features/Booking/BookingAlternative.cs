using RoomMonitor.Domain.Rooms;
using RoomMonitor.Domain.Time;

namespace RoomMonitor.Web.Features.Booking;

/// <summary>Something free in place of what was asked for: another room at that time, or the same room at another.</summary>
public sealed record BookingAlternative(Room Room, TimeSlot Slot)
{
    /// <summary>The key under which it is booked: made with it, so that a double click books it once.</summary>
    public Guid Key { get; } = Guid.NewGuid();
}
