namespace RoomMonitor.Domain.Rooms;

/// <summary>Which rooms could stand in for another one.</summary>
public static class SimilarRooms
{
    /// <summary>
    /// The other rooms with seats enough, best first: on the same floor of the building, then in the same building, then elsewhere; those
    /// that lack the fewest of the room's amenities, then those closest in capacity. A room of unknown capacity is none of them.
    /// </summary>
    public static IEnumerable<Room> Of(Room room, int people, IEnumerable<Room> candidates) => candidates
        .Where(other => other.Id != room.Id && other.IsActive && other.Capacity >= Math.Max(people, 1))
        .OrderBy(other => DistanceOf(room, other))
        .ThenBy(other => room.Amenities.Except(other.Amenities, StringComparer.OrdinalIgnoreCase).Count())
        .ThenBy(other => Math.Abs(other.Capacity - room.Capacity))
        .ThenBy(other => other, RoomOrder.Reading);

    public static RoomDistance DistanceOf(Room room, Room other) =>
        room.Building.Length == 0 || !string.Equals(room.Building, other.Building, StringComparison.OrdinalIgnoreCase) ? RoomDistance.Elsewhere
        : room.Floor == other.Floor ? RoomDistance.SameFloor
        : RoomDistance.SameBuilding;
}
