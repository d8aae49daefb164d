namespace RoomMonitor.Data.Kiosks;

public sealed class KioskNotFoundException(int id) : Exception($"There is no screen {id}.");
