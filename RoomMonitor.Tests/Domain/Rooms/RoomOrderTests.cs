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

        rooms.Order(RoomOrder.Wire).Should().Equal(expected);
    });

    [Fact]
    public void Reading_NumbersInNames_CountAsNumbers()
    {
        string[] names = ["Room 1", "Room 2", "Room 2b", "Room 10", "room 12", "Room 1.9", "Room 1.10", "Äon", "Zoo"];

        names.Reverse().Select((name, id) => RoomOf(id, "A", 1, name)).Order(RoomOrder.Reading).Select(room => room.Name)
            .Should().Equal("Äon", "Room 1", "Room 1.9", "Room 1.10", "Room 2", "Room 2b", "Room 10", "room 12", "Zoo");
    }

    [Fact]
    public void Reading_BuildingsAndFloors_ComeFirst() =>
        new[] { RoomOf(1, "Haus 10", 0, "A"), RoomOf(2, "Haus 9", 2, "A"), RoomOf(3, "Haus 9", 1, "B") }
            .Order(RoomOrder.Reading).Select(room => room.Id).Should().Equal(3, 2, 1);

    [Fact]
    public void Compare_Null_Throws()
    {
        var act = () => RoomOrder.Wire.Compare(null, RoomOf(1, "A", 1, "A"));

        act.Should().Throw<ArgumentNullException>();
    }

    private static void IsBefore(Room first, Room second)
    {
        RoomOrder.Wire.Compare(first, second).Should().BeNegative();
        RoomOrder.Wire.Compare(second, first).Should().BePositive();
    }

    private static Room RoomOf(int id, string building, int floor, string name) =>
        new() { Id = id, Code = $"R{id}", Building = building, Floor = floor, Name = name };
}
