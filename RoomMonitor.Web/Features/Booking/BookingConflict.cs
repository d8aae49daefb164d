using System.Collections.Immutable;
using RoomMonitor.Domain.Rooms;
using RoomMonitor.Domain.Time;

namespace RoomMonitor.Web.Features.Booking;

/// <summary>The time is taken. Nothing was booked.</summary>
/// <param name="InTheWay">The reservations in the way, by start; empty where the room is closed.</param>
/// <param name="IsOwn">All that is in the way belongs to who asked.</param>
/// <param name="Found">What is free instead.</param>
public sealed record BookingConflict(BookingRequest Request, Room Room, ImmutableArray<TimeSlot> InTheWay, bool IsOwn, FreeSlotSearch Found)
{
    public bool IsClosed => InTheWay.IsEmpty;
}
