using RoomMonitor.Domain.Reservations;
using RoomMonitor.Domain.Rooms;

namespace RoomMonitor.Data.Reservations;

/// <summary>A reservation with what its readers want to see beside it.</summary>
/// <param name="UserName">The owner's name; null for what nobody owns.</param>
public sealed record ReservationRow(Reservation Reservation, Room Room, string? UserName);
