namespace RoomMonitor.Web.State.Browse;

/// <summary>The database answered.</summary>
public sealed record TakenRoomsLoaded(TakenRooms Rooms);
