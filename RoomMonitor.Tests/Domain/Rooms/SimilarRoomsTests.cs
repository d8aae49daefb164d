using RoomMonitor.Domain.Rooms;

namespace RoomMonitor.Tests.Domain.Rooms;

public sealed class SimilarRoomsTests
{
    private static readonly Room _asked = Room(1, "Main", 2, 10, "Screen", "Whiteboard");

    [Fact]
    public void Of_OtherRooms_NearestFirst()
    {
        var elsewhere = Room(2, "Library", 2, 10, "Screen", "Whiteboard");
        var sameBuilding = Room(3, "main", 1, 10, "Screen", "Whiteboard");
        var sameFloor = Room(4, "Main", 2, 30);

        SimilarRooms.Of(_asked, 4, [elsewhere, sameBuilding, _asked, sameFloor]).Should().Equal(sameFloor, sameBuilding, elsewhere);
    }

    [Fact]
    public void Of_SameFloor_MostAlikeThenClosestInCapacity()
    {
        var bare = Room(2, "Main", 2, 10);
        var large = Room(3, "Main", 2, 30, "whiteboard", "screen");
        var close = Room(4, "Main", 2, 12, "Screen", "Whiteboard", "Video calls");
        var half = Room(5, "Main", 2, 10, "Screen");

        SimilarRooms.Of(_asked, 4, [bare, large, close, half]).Should().Equal(close, large, half, bare);
    }

    [Fact]
    public void Of_TooSmallOrInactive_IsNoneAndOfUnknownSizeLast()
    {
        var small = Room(2, "Main", 2, 3);
        var closed = Room(3, "Main", 2, 10);
        closed.IsActive = false;
        var unknown = Room(4, "Main", 2, 0, "Screen", "Whiteboard");
        var bare = Room(5, "Main", 2, 10);

        SimilarRooms.Of(_asked, 4, [small, closed, unknown, bare]).Should().Equal(bare, unknown);
    }

    [Fact]
    public void DistanceOf_UnknownBuildings_AreNotOne() =>
        SimilarRooms.DistanceOf(Room(1, "", 0, 10), Room(2, "", 0, 10)).Should().Be(RoomDistance.Elsewhere);

    private static Room Room(int id, string building, int floor, int capacity, params string[] amenities) => new()
    {
        Id = id,
        Code = $"R{id}",
        Name = $"Room {id}",
        Building = building,
        Floor = floor,
        Capacity = capacity,
        Amenities = amenities,
    };
}
