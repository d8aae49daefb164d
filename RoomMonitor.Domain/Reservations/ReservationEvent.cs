namespace RoomMonitor.Domain.Reservations;

/// <summary>What happened to a reservation. Raised by it, saved as an activity entry with it, published after the commit.</summary>
/// <param name="PreviousRoomId">The room that it left, where an update moved it to another one.</param>
public sealed record ReservationEvent(ReservationEventKind Kind, Reservation Reservation, Actor Actor, DateTime At, int? PreviousRoomId = null);
