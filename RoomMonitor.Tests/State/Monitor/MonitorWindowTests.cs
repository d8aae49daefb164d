using CsCheck;
using RoomMonitor.Domain.Rooms;
using RoomMonitor.Web.Rooms;
using RoomMonitor.Web.Rooms.Addresses;

namespace RoomMonitor.Tests.State.Monitor;

public sealed class MonitorWindowTests
{
    private static readonly TestBoard _board = new TestBoard().With(TestBoard.Rooms(1_000));

    [Fact]
    public void Of_Anywhere_RendersWhatIsSeenAndAddsUpToTheWholeHeight()
    {
        var gen = Gen.Select(Gen.Bool, Gen.Int[1, 6], Gen.Double[40, 300], Gen.Double[30, 80], Gen.Double[-300, 90_000], Gen.Double[300, 2_000]);
        gen.Sample((grouped, columns, rowHeight, headingHeight, top, height) =>
        {
            var viewport = new MonitorViewport(columns, rowHeight, headingHeight, top, height);
            var groups = Groups(grouped);
            var window = MonitorWindow.Of(groups, viewport);

            var whole = groups.Sum(group => (grouped ? headingHeight : 0) + (Rows(group.Items.Length) * rowHeight));
            var rendered = window.Sections.Sum(section =>
                (grouped ? headingHeight : 0) + section.SpaceBefore + (Rows(section.Items.Length) * rowHeight) + section.SpaceAfter);
            (window.SpaceBefore + rendered + window.SpaceAfter).Should().BeApproximately(whole, 0.01);

            // Where each rendered room stands, by the spaces alone.
            var y = window.SpaceBefore;
            var seen = new HashSet<int>();
            foreach (var section in window.Sections)
            {
                (section.First % columns).Should().Be(0);
                y += (grouped ? headingHeight : 0) + section.SpaceBefore;
                for (var index = 0; index < section.Items.Length; index++)
                {
                    var at = y + (index / columns * rowHeight);
                    if (at + rowHeight > top && at < top + height)
                    {
                        seen.Add(section.Items[index].RoomId);
                    }
                }

                y += (Rows(section.Items.Length) * rowHeight) + section.SpaceAfter;
            }

            seen.Should().BeEquivalentTo(Visible(groups, viewport));

            int Rows(int count) => (count + columns - 1) / columns;
        });
    }

    [Fact]
    public void Of_ThousandRooms_RendersFew() =>
        MonitorWindow.Of(Groups(grouped: false), new MonitorViewport(4, 184, 52, 20_000, 900))
            .Sections.Sum(section => section.Items.Length).Should().BeInRange(20, 100);

    [Fact]
    public void Of_AsManyRoomsAsALargeScreenHolds_RendersAll()
    {
        var window = MonitorWindow.Of(Groups(100), new MonitorViewport(1, 53, 0, 0, 600));

        window.IsWhole.Should().BeTrue();
        window.Sections.Sum(section => section.Items.Length).Should().Be(100);
        (window.SpaceBefore, window.SpaceAfter, window.RenderedTo).Should().Be((0, 0, window.Height));
    }

    [Fact]
    public void Of_NothingMeasured_RendersAScreenAlone()
    {
        var window = MonitorWindow.Of(Groups(63), MonitorViewport.Unmeasured(MonitorView.Cards));

        window.IsWhole.Should().BeFalse();
        window.NamesAfter.Should().BeEmpty("the browser has all of it to make twice");
    }

    [Theory]
    [InlineData(0)]
    [InlineData(9_000)]
    [InlineData(20_000)]
    public void Of_HundredsOfRooms_EachIsThereOrNamed(double top)
    {
        var groups = MonitorGroup.Of(MonitorList.Sorted(new TestBoard().With(TestBoard.Rooms(400)).Snapshot, new MonitorQuery { Grouped = true }).Items);
        var window = MonitorWindow.Of(groups, new MonitorViewport(1, 53, 50, top, 600));

        var names = window.NamesBefore + window.NamesAfter + string.Concat(window.Sections.Select(section => section.NamesBefore + section.NamesAfter));
        var rendered = window.Sections.SelectMany(section => section.Items).Select(item => item.Room.Room.Name).ToHashSet();
        rendered.Count.Should().BeInRange(20, 60);
        groups.SelectMany(group => group.Items).Select(item => item.Room.Room.Name)
            .Should().OnlyContain(name => rendered.Contains(name) != names.Contains($"<span>{name}</span>", StringComparison.Ordinal));
        window.IsWhole.Should().BeFalse();
    }

    [Fact]
    public void Of_NamesOfMarkup_AreText()
    {
        var rooms = TestBoard.Rooms(200).Select((room, index) => index == 199 ? new Room { Id = room.Id, Code = room.Code, Name = "Room 999 <b>", Building = room.Building } : room);
        var window = MonitorWindow.Of(MonitorGroup.Of(MonitorList.Sorted(new TestBoard().With(rooms).Snapshot, new MonitorQuery { Sort = MonitorSort.Name }).Items), new MonitorViewport(1, 53, 0, 0, 600));

        string.Concat(window.Sections.Select(section => section.NamesAfter)).Should().Contain("<span>Room 999 &lt;b&gt;</span>");
    }

    [Fact]
    public void Of_ThousandRooms_NamesNobody() =>
        MonitorWindow.Of(Groups(grouped: false), new MonitorViewport(4, 184, 52, 20_000, 900)).Sections.Should().OnlyContain(section => section.NamesAfter.Length == 0);

    [Fact]
    public void Of_NoRooms_IsEmpty() =>
        MonitorWindow.Of([], MonitorViewport.Unmeasured(MonitorView.Cards)).Sections.Should().BeEmpty();

    [Theory]
    [InlineData(0, 100, 10)]
    [InlineData(4, 0, 10)]
    [InlineData(4, double.NaN, 10)]
    [InlineData(4, 100, double.PositiveInfinity)]
    public void IsUsable_NonsenseFromTheBrowser_IsFalse(int columns, double rowHeight, double headingHeight) =>
        new MonitorViewport(columns, rowHeight, headingHeight, 0, 900).IsUsable.Should().BeFalse();

    [Fact]
    public void Summary_Group_LeavesOutWhatThereIsNoneOf()
    {
        var board = new TestBoard().With(TestBoard.Rooms(3)).Reserve(1, 0, 60).Reserve(2, 0, 10);

        MonitorGroup.Of(MonitorList.Sorted(board.Snapshot, MonitorQuery.Default).Items).Single().Summary
            .Should().Be("1 available, 1 ending soon, 1 occupied");
        Groups(grouped: true)[0].Summary.Should().Be("200 available");
    }

    private static System.Collections.Immutable.ImmutableArray<MonitorGroup> Groups(int rooms) =>
        MonitorGroup.Of(MonitorList.Sorted(new TestBoard().With(TestBoard.Rooms(rooms)).Snapshot, MonitorQuery.Default).Items);

    private static System.Collections.Immutable.ImmutableArray<MonitorGroup> Groups(bool grouped) =>
        MonitorGroup.Of(MonitorList.Sorted(_board.Snapshot, new MonitorQuery { Grouped = grouped }).Items);

    private static IEnumerable<int> Visible(IEnumerable<MonitorGroup> groups, MonitorViewport viewport)
    {
        var y = 0.0;
        foreach (var group in groups)
        {
            y += group.Building is null ? 0 : viewport.HeadingHeight;
            for (var index = 0; index < group.Items.Length; index++)
            {
                var at = y + (index / viewport.Columns * viewport.RowHeight);
                if (at + viewport.RowHeight > viewport.Top && at < viewport.Top + viewport.Height)
                {
                    yield return group.Items[index].RoomId;
                }
            }

            y += (group.Items.Length + viewport.Columns - 1) / viewport.Columns * viewport.RowHeight;
        }
    }
}
