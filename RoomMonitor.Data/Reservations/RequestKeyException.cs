namespace RoomMonitor.Data.Reservations;

/// <summary>A request key was used before, for something else. Nothing was changed.</summary>
public sealed class RequestKeyException() : Exception("This key was used before, for another request. Take a new one.");
