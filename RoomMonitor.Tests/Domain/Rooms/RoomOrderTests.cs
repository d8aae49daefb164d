using CsCheck;
using RoomMonitor.Domain.Rooms;

namespace RoomMonitor.Tests.Domain.Rooms;

public sealed class RoomOrderTests
{
    private static readonly Gen<Room> _room = Gen.Select(
        Gen.OneOf("", "A", "a", "B", "Ä"),
        Gen.Int[-1, 2],
        Gen.OneOf("Aula", "AULA", "aula 2", "Room 10", "Room 9", "_1"),
        Gen.Int[1, 9],
        (building, floor, name, id) => RoomOf(id, building, floor, name));

    [Fact]
    public void Compare_Building_ComesBeforeFloor() => IsBefore(RoomOf(2, "A", 5, "Z"), RoomOf(1, "B", 0, "A"));

    [Fact]
    public void Compare_Floor_ComesBeforeNameAndIsANumber() => IsBefore(RoomOf(2, "A", 9, "Z"), RoomOf(1, "A", 10, "A"));

    [Fact]
    public void Compare_Name_ComesBeforeIdAndIsOrdinal()
    {
        IsBefore(RoomOf(2, "A", 1, "Room 10"), RoomOf(1, "A", 1, "Room 9"));
        IsBefore(RoomOf(2, "A", 1, "zoo"), RoomOf(1, "A", 1, "Äon"));
    }

    [Fact]
    public void Compare_OnlyCaseDiffers_GoesById()
    {
        IsBefore(RoomOf(1, "a", 1, "aula"), RoomOf(2, "A", 1, "AULA"));
        IsBefore(RoomOf(1, "A", 1, "AULA"), RoomOf(2, "a", 1, "aula"));
    }

    [Fact]
    public void Compare_Underscore_StandsBehindLettersAsUpperCaseSays() => IsBefore(RoomOf(2, "A", 1, "z"), RoomOf(1, "A", 1, "_"));

    [Fact]
    public void Sort_AnyRooms_IsThatOfTheKeysInUpperCase() => _room.Array[0, 12].Sample(rooms =>
    {
        var expected = rooms
            .OrderBy(r => r.Building.ToUpperInvariant(), StringComparer.Ordinal)
            .ThenBy(r => r.Floor)
            .ThenBy(r => r.Name.ToUpperInvariant(), StringComparer.Ordinal)
            .ThenBy(r => r.Id);

        rooms.Order(RoomOrder.Instance).Should().Equal(expected);
    });

    [Fact]
    public void Compare_Null_Throws()
    {
        var act = () => RoomOrder.Instance.Compare(null, RoomOf(1, "A", 1, "A"));

        act.Should().Throw<ArgumentNullException>();
    }

    private static void IsBefore(Room first, Room second)
    {
        RoomOrder.Instance.Compare(first, second).Should().BeNegative();
        RoomOrder.Instance.Compare(second, first).Should().BePositive();
    }

    private static Room RoomOf(int id, string building, int floor, string name) =>
        new() { Id = id, Code = $"R{id}", Building = building, Floor = floor, Name = name };
}
