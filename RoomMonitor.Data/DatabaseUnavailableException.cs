namespace RoomMonitor.Data;

/// <summary>The database can't be opened or brought up to date. The message is one line, for the operator.</summary>
public sealed class DatabaseUnavailableException(string message, Exception? innerException = null) : Exception(message, innerException);
