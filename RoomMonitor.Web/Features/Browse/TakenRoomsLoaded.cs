namespace RoomMonitor.Web.Features.Browse;

/// <summary>The database answered.</summary>
public sealed record TakenRoomsLoaded(TakenRooms Rooms);
