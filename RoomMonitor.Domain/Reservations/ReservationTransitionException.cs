namespace RoomMonitor.Domain.Reservations;

/// <summary>A transition that a reservation refuses, such as cancelling it twice. The message is for people.</summary>
public sealed class ReservationTransitionException(string message) : InvalidOperationException(message);
