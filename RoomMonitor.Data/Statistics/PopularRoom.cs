namespace RoomMonitor.Data.Statistics;

/// <summary>A room and how often it was reserved.</summary>
public sealed record PopularRoom(int Id, string Name, string Building, int Reservations);
