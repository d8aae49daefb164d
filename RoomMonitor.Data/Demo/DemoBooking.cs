using RoomMonitor.Domain.Reservations;
using RoomMonitor.Domain.Time;

namespace RoomMonitor.Data.Demo;

/// <summary>One planned reservation of a demo room.</summary>
public sealed record DemoBooking(TimeSlot Slot, ReservationDetails Details);
