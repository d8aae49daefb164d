namespace RoomMonitor.Data.Reservations;

/// <summary>The reservation belongs to somebody else.</summary>
public sealed class NotAllowedException(string message) : Exception(message);
