using Bunit;
using RoomMonitor.Domain.Occupancy;
using RoomMonitor.Tests.State;
using RoomMonitor.Web.Features.Monitor;
using RoomMonitor.Web.Rooms;
using RoomMonitor.Web.Rooms.Addresses;

namespace RoomMonitor.Tests.Components.Rooms;

public sealed class RoomMonitorGridTests : IAsyncLifetime
{
    private readonly MonitorContext _context = new(new TestBoard().With(TestBoard.Rooms(8)));
    private readonly List<MonitorQuery> _asked = [];

    private TestBoard Board => _context.Board;

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await _context.DisposeAsync();

    [Fact]
    public void Render_Cards_ShowsAllRoomsInOrder()
    {
        var grid = Show();

        Names(grid).Should().Equal("Room 005", "Room 001", "Room 006", "Room 002", "Room 007", "Room 003", "Room 008", "Room 004");
        var cells = grid.FindAll("[role=listitem]");
        (cells[2].GetAttribute("aria-posinset"), cells[2].GetAttribute("aria-setsize")).Should().Be(("3", "8"));
    }

    [Fact]
    public void Update_OneRoom_RendersItsCardAlone()
    {
        var grid = Show();
        var before = RenderCounts(grid);

        Board.Reserve(3, 0, 60);
        Update(grid);

        var after = RenderCounts(grid);
        after.Keys.Should().BeEquivalentTo(before.Keys);
        after.Where(room => room.Value != before[room.Key]).Select(room => room.Key).Should().Equal(3);
    }

    [Fact]
    public void Update_TimeOnly_RendersNoCard()
    {
        var grid = Show();
        var before = RenderCounts(grid);

        Board.Clock.Advance(TimeSpan.FromMinutes(5));
        Update(grid);

        RenderCounts(grid).Should().BeEquivalentTo(before);
    }

    [Fact]
    public void Update_WithPointerInTheList_KeepsTheOrderUntilSortNow()
    {
        var query = new MonitorQuery { Sort = MonitorSort.Status };
        var grid = Show(query);
        var before = Names(grid).ToList();
        grid.Find(".list").PointerEnter();

        Board.Reserve(4, 0, 60).Reserve(8, 0, 60);
        Update(grid, query);

        Names(grid).Should().Equal(before);
        grid.Find(".order").TextContent.Should().Contain("Order changed, 2 rooms.");
        grid.Find(".order button").Click();
        Names(grid).Should().StartWith(["Room 008", "Room 004"]);
        grid.FindAll(".order button").Should().BeEmpty();
    }

    [Fact]
    public void Update_PointerAndFocusAway_SortsAfterTwoSeconds()
    {
        var query = new MonitorQuery { Sort = MonitorSort.Status };
        var grid = Show(query);
        grid.Find(".list").PointerEnter();
        grid.Find(".list").FocusIn();
        Board.Reserve(4, 0, 60);
        Update(grid, query);
        grid.Find(".list").PointerLeave();
        Board.Clock.Advance(OrderFreeze.Patience);
        Names(grid).First().Should().Be("Room 005", "focus is still in the list");

        grid.Find(".list").FocusOut();
        Board.Clock.Advance(OrderFreeze.Patience);

        grid.WaitForAssertion(() => Names(grid).First().Should().Be("Room 004"));
        _context.Grid.Invocations["remember"].Should().NotBeEmpty();
        grid.WaitForAssertion(() => _context.Grid.Invocations["glide"].Should().NotBeEmpty());
    }

    [Fact]
    public void Update_NobodyInTheList_SortsAtOnce()
    {
        var query = new MonitorQuery { Sort = MonitorSort.Status };
        var grid = Show(query);

        Board.Reserve(4, 0, 60);
        Update(grid, query);

        Names(grid).First().Should().Be("Room 004");
    }

    [Fact]
    public void Update_RoomNoLongerFits_StaysAndSaysSo()
    {
        var query = new MonitorQuery { Status = OccupancyStatus.Free };
        var grid = Show(query);
        grid.Find(".list").PointerEnter();

        Board.Reserve(4, 0, 60);
        Update(grid, query);

        grid.Find("[data-room='4']").TextContent.Should().Contain("no longer matches");
        grid.Find(".order button").Click();
        grid.FindAll("[data-room='4']").Should().BeEmpty();
    }

    [Fact]
    public void Update_FewRooms_OutlinesThemForTwoSeconds()
    {
        var grid = Show();

        Board.Reserve(4, 0, 60);
        Update(grid);

        Outlined(grid).Should().Equal("4");
        Board.Clock.Advance(ChangeHighlights.Duration + RoomListView<MonitorQuery>.HighlightGrace);
        grid.WaitForAssertion(() => Outlined(grid).Should().BeEmpty());
    }

    [Fact]
    public void Update_SixRooms_OutlinesNone()
    {
        var grid = Show();

        for (var room = 1; room <= 6; room++)
        {
            Board.Reserve(room, 0, 60);
        }

        Update(grid);

        Outlined(grid).Should().BeEmpty();
    }

    [Fact]
    public void Render_NothingFits_OffersToClearTheFilters()
    {
        var grid = Show(new MonitorQuery { Building = "Building A", Status = OccupancyStatus.Occupied });

        grid.Find("h2").TextContent.Should().Be("No room fits these filters");
        grid.Find("p:not([role])").TextContent.Should().Contain("Building A has no occupied room right now.");
        grid.FindAll("button").First(button => button.TextContent.Contains("Clear filters")).Click();
        _asked.Should().Equal(MonitorQuery.Default);
    }

    [Fact]
    public void Render_NothingFitsHere_NamesARoomElsewhere()
    {
        Board.Reserve(1, 0, 60);

        var grid = Show(new MonitorQuery { Building = "Building A", Status = OccupancyStatus.Occupied });

        grid.Find("p:not([role])").TextContent.Should().Contain("Room 001").And.Contain("in Building B fits.");
    }

    [Fact]
    public void Render_Table_TellsAndTurnsTheOrder()
    {
        var grid = Show(new MonitorQuery { View = MonitorView.Table, Sort = MonitorSort.Name });

        grid.FindAll("tr[data-room]").Should().HaveCount(8);
        grid.Find("th[aria-sort]").TextContent.Should().Contain("Room");
        grid.Find("th[aria-sort]").GetAttribute("aria-sort").Should().Be("ascending");
        grid.Find("th[aria-sort] button").Click();
        _asked.Single().Descending.Should().BeTrue();
    }

    [Theory]
    [InlineData(MonitorView.Cards)]
    [InlineData(MonitorView.Table)]
    public void Render_Grouped_HasAHeadingForEachBuilding(MonitorView view)
    {
        var grid = Show(new MonitorQuery { Grouped = true, View = view });

        var headings = grid.FindAll("[data-heading]");
        headings.Should().HaveCount(5);
        headings[1].TextContent.Should().Contain("Building B").And.Contain("2 available");
    }

    [Fact]
    public async Task Scroll_ThousandRooms_RendersOnlyWhatIsNear()
    {
        Board.With(TestBoard.Rooms(1_000));
        var query = new MonitorQuery { Sort = MonitorSort.Name };
        var grid = Show(query);
        Names(grid).First().Should().Be("Room 001");

        await _context.ScrollAsync(new MonitorViewport(4, 100, 50, 10_000, 800));

        Names(grid).Should().Contain("Room 401").And.Contain("Room 432").And.NotContain("Room 001");
        grid.FindAll("[data-room]").Count.Should().BeLessThan(120);
        grid.FindAll(".print-only").Should().ContainSingle("the paper would have a part of them");
        await _context.ScrollAsync(new MonitorViewport(0, double.NaN, 0, 0, 0));
        Names(grid).Should().Contain("Room 401");

        // As it is asked for before printing.
        await _context.ScrollAsync(new MonitorViewport(4, 100, 50, 10_000, 25_000));
        Names(grid).Should().HaveCount(1_000);
        grid.FindAll(".print-only").Should().BeEmpty();
    }

    [Fact]
    public void Render_Stale_ClaimsNothing()
    {
        var grid = _context.Render<RoomMonitorGrid>(parameters => parameters
            .Add(it => it.Snapshot, Board.Snapshot)
            .Add(it => it.Query, MonitorQuery.Default)
            .Add(it => it.StaleSince, TestBoard.Start));

        grid.FindAll("[data-room]").Should().OnlyContain(card => card.ClassList.Contains("s-unknown"));
    }

    private static IEnumerable<string> Names(IRenderedComponent<RoomMonitorGrid> grid) => grid.FindAll("h3").Select(name => name.TextContent.Trim());

    private static IEnumerable<string?> Outlined(IRenderedComponent<RoomMonitorGrid> grid) =>
        grid.FindAll(".changed").Select(card => card.GetAttribute("data-room"));

    private static Dictionary<int, int> RenderCounts(IRenderedComponent<RoomMonitorGrid> grid) =>
        grid.FindComponents<RoomMonitorCard>().ToDictionary(card => card.Instance.Occupancy.Room.Id, card => card.RenderCount);

    private IRenderedComponent<RoomMonitorGrid> Show(MonitorQuery? query = null) =>
        _context.Render<RoomMonitorGrid>(parameters => parameters
            .Add(it => it.Snapshot, Board.Snapshot)
            .Add(it => it.Query, query ?? MonitorQuery.Default)
            .Add(it => it.QueryChanged, _asked.Add));

    private void Update(IRenderedComponent<RoomMonitorGrid> grid, MonitorQuery? query = null) =>
        grid.Render(parameters => parameters
            .Add(it => it.Snapshot, Board.Snapshot)
            .Add(it => it.Query, query ?? MonitorQuery.Default));
}
