using RoomMonitor.Domain.Rooms;

namespace RoomMonitor.Web.Api.Contracts;

/// <summary>The room as a reservation carries it.</summary>
public sealed record WireRoom(int Id, string Name, string Building, int Floor, int Capacity)
{
    public static WireRoom Of(Room room) => new(room.Id, room.Name, room.Building, room.Floor, room.Capacity);
}
