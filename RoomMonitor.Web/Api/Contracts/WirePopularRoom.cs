namespace RoomMonitor.Web.Api.Contracts;

/// <summary>A room and how many of its reservations began in the last 30 days.</summary>
public sealed record WirePopularRoom(int Id, string Name, string Building, int Reservations);
