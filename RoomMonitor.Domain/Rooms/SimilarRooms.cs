using RoomMonitor.Domain.Names;

namespace RoomMonitor.Domain.Rooms;

/// <summary>Which rooms could stand in for another one.</summary>
public static class SimilarRooms
{
    /// <summary>
    /// The other rooms with seats enough, best first: on the same floor of the building, then in the same building, then elsewhere; those
    /// whose capacity is known, those that lack the fewest of the room's amenities, then those closest in capacity.
    /// </summary>
    public static IEnumerable<Room> Of(Room room, int people, IEnumerable<Room> candidates) => candidates
        .Where(other => other.Id != room.Id && other.IsActive && other.Seats(people))
        .OrderBy(other => DistanceOf(room, other))
        .ThenBy(other => !other.HasKnownCapacity)
        .ThenBy(other => room.Amenities.Except(other.Amenities, NameComparer.Instance).Count())
        .ThenBy(other => Math.Abs(other.Capacity - room.Capacity))
        .ThenBy(other => other, RoomOrder.Reading);

    public static RoomDistance DistanceOf(Room room, Room other) =>
        room.Building.Length == 0 || !NameText.AreSame(room.Building, other.Building) ? RoomDistance.Elsewhere
        : room.Floor == other.Floor ? RoomDistance.SameFloor
        : RoomDistance.SameBuilding;
}
