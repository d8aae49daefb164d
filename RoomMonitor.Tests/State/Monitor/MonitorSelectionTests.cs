using System.Globalization;
using CsCheck;
using RoomMonitor.Domain.Occupancy;
using RoomMonitor.Domain.Rooms;
using RoomMonitor.Web.Rooms;
using RoomMonitor.Web.Rooms.Addresses;

namespace RoomMonitor.Tests.State.Monitor;

public sealed class MonitorSelectionTests
{
    private readonly TestBoard _board = new TestBoard()
        .With(
            TestBoard.Room(1, "Fern Room", "Garden Pavilion"),
            TestBoard.Room(2, "Ágora", "Main Building", floor: 2),
            TestBoard.Room(3, "Zebra", "Main Building", floor: 0),
            TestBoard.Room(4, "beta", "Weaver Hall"),
            TestBoard.Room(5, "Straße", "Weaver Hall"))
        .Reserve(1, -30, 10)
        .Reserve(2, -30, 90)
        .Reserve(3, 120, 180);

    [Theory]
    [InlineData("", 1, 3, 2, 4, 5)]
    [InlineData("?dir=desc", 5, 4, 2, 3, 1)]
    [InlineData("?sort=name", 2, 4, 1, 5, 3)]
    [InlineData("?sort=status", 2, 1, 3, 4, 5)]
    [InlineData("?sort=status&dir=desc", 3, 4, 5, 1, 2)]
    [InlineData("?sort=free", 1, 2, 3, 4, 5)]
    [InlineData("?sort=name&group=building", 1, 2, 3, 4, 5)]
    [InlineData("?status=available", 3, 4, 5)]
    [InlineData("?status=ending_soon", 1)]
    [InlineData("?status=occupied", 2)]
    [InlineData("?building=main%20building", 3, 2)]
    [InlineData("?q=agora", 2)]
    [InlineData("?q=ZEBRA", 3)]
    [InlineData("?q=strasse", 5)]
    [InlineData("?q=weaver%20BETA", 4)]
    [InlineData("?q=r3", 3)]
    [InlineData("?q=%20%20", 1, 3, 2, 4, 5)]
    [InlineData("?q=nothing")]
    public void Of_Query_GivesRoomsInOrder(string queryString, params int[] expected) =>
        Ids(queryString).Should().Equal(expected);

    [Theory]
    [InlineData("tr-TR")]
    [InlineData("sv-SE")]
    public void Of_OtherCulture_GivesTheSame(string culture)
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
            Ids("?q=PAVILION").Should().Equal(1);
            Ids("?sort=name").Should().Equal(2, 4, 1, 5, 3);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void Of_AnySort_IsAPermutationThatDoesNotDependOnTheInput()
    {
        var gen = Gen.Select(Gen.Enum<MonitorSort>(), Gen.Bool, Gen.Bool, Gen.Int[1, 12], Gen.Int[0, 1000]);
        gen.Sample((sort, descending, grouped, count, seed) =>
        {
            var query = new MonitorQuery { Sort = sort, Descending = descending, Grouped = grouped };
            var rooms = Enumerable.Range(1, count).Select(id => TestBoard.Room(id, $"N{id % 3}", $"B{id % 2}", id % 2)).ToArray();
            var board = new TestBoard().With(rooms).Reserve(1 + (seed % count), 0, 30);
            var one = MonitorSelection.Of(board.Snapshot, query).Select(room => room.Room.Id).ToList();
            new Random(seed).Shuffle(rooms);
            var other = MonitorSelection.Of(board.With(rooms).Snapshot, query).Select(room => room.Room.Id).ToList();
            return one.SequenceEqual(other) && one.Order().SequenceEqual(Enumerable.Range(1, count));
        });
    }

    [Fact]
    public void Fits_FilterByStatus_FollowsTheRoom()
    {
        var free = new MonitorQuery { Status = OccupancyStatus.Free };

        MonitorSelection.Fits(_board.Snapshot.Find(4)!, free).Should().BeTrue();
        _board.Reserve(4, 0, 60);
        MonitorSelection.Fits(_board.Snapshot.Find(4)!, free).Should().BeFalse();
    }

    private IEnumerable<int> Ids(string queryString) =>
        MonitorSelection.Of(_board.Snapshot, MonitorQuery.Parse(queryString)).Select(room => room.Room.Id);
}
