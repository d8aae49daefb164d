namespace RoomMonitor.Data.Reservations;

/// <summary>Somebody moved it to another room in the same moment. Nothing was changed: what was asked was meant for the other state.</summary>
public sealed class ReservationMovedException(string message) : Exception(message);
