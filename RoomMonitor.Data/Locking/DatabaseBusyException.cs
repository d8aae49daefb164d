namespace RoomMonitor.Data.Locking;

/// <summary>The database could not be locked in time. Nothing was changed; the same call may succeed a moment later.</summary>
public sealed class DatabaseBusyException(string message, Exception? innerException = null) : Exception(message, innerException);
