using RoomMonitor.Domain.Activity;

namespace RoomMonitor.Domain.Reservations;

/// <summary>What happened to a reservation. Raised by it, saved as an activity entry with it, published after the commit.</summary>
/// <param name="Action">One about a reservation.</param>
/// <param name="PreviousRoomId">The room that it left, where an update moved it to another one.</param>
public sealed record ReservationEvent(ActivityAction Action, Reservation Reservation, Actor Actor, DateTime At, int? PreviousRoomId = null);
