using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using RoomMonitor.Tests.State;
using RoomMonitor.Web.Features.Monitor;

namespace RoomMonitor.Tests.Components.Pages;

public sealed class MonitorPageTests : IAsyncLifetime
{
    private readonly MonitorContext _context = new(new TestBoard().With(TestBoard.Rooms(8)).Reserve(1, 0, 60).Reserve(2, 0, 10));

    private NavigationManager Navigation => _context.Services.GetRequiredService<NavigationManager>();

    public Task InitializeAsync()
    {
        Navigation.NavigateTo("/monitor");
        return Task.CompletedTask;
    }

    public async Task DisposeAsync() => await _context.DisposeAsync();

    [Fact]
    public void Render_BeforeTheStoreIsOpen_ShowsTheRealRooms()
    {
        var page = _context.Render<MonitorPage>();

        page.FindAll("[data-room]").Should().HaveCount(8);
        Figures(page).Should().Equal("8", "6", "1", "1");
    }

    [Fact]
    public async Task Render_NothingLoaded_ShowsTheSkeleton()
    {
        await using var context = new MonitorContext(new TestBoard());

        var page = await context.OpenAsync<MonitorPage>();

        page.FindComponents<MonitorSkeleton>().Should().HaveCount(1);
        page.FindAll("[data-room]").Should().BeEmpty();
        context.Board.With(TestBoard.Rooms(3));
        context.Publish();
        page.WaitForAssertion(() => page.FindAll("[data-room]").Should().HaveCount(3));
    }

    [Fact]
    public async Task Update_InTheStore_ChangesCardAndFigures()
    {
        var page = await _context.OpenAsync<MonitorPage>();

        _context.Board.Reserve(3, 0, 60);
        _context.Publish();

        page.WaitForAssertion(() => page.Find("[data-room='3']").ClassList.Should().Contain("s-occupied"));
        Figures(page).Should().Equal("8", "5", "1", "2");
    }

    [Fact]
    public async Task StatCard_ClickedTwice_FiltersAndGoesBackToAll()
    {
        var page = await _context.OpenAsync<MonitorPage>();

        page.FindAll("button.stat")[3].Click();
        page.FindAll("[data-room]").Should().ContainSingle().Which.GetAttribute("data-room").Should().Be("1");
        Navigation.Uri.Should().EndWith("/monitor?status=occupied");
        page.FindAll("button.stat")[3].GetAttribute("aria-pressed").Should().Be("true");
        page.FindAll("button.stat")[3].Click();

        page.FindAll("[data-room]").Should().HaveCount(8);
        Navigation.Uri.Should().EndWith("/monitor");
    }

    [Fact]
    public async Task Render_WithAQueryString_ShowsWhatItAsks()
    {
        Navigation.NavigateTo("/monitor?building=Building%20B&sort=name&dir=desc&view=table");

        var page = await _context.OpenAsync<MonitorPage>();

        page.FindAll("tr[data-room]").Select(row => row.GetAttribute("data-room")).Should().Equal("6", "1");
        page.FindAll("select")[0].GetAttribute("value").Should().Be("Building B");
    }

    [Fact]
    public async Task Search_Typing_CountsAfterAPause()
    {
        var page = await _context.OpenAsync<MonitorPage>();

        page.Find("input[type=search]").Input("room 00");
        page.Find("input[type=search]").Input("room 007");
        _context.Board.Clock.Advance(MonitorToolbar.Pause - TimeSpan.FromMilliseconds(1));
        page.FindAll("[data-room]").Should().HaveCount(8);
        _context.Board.Clock.Advance(TimeSpan.FromMilliseconds(1));

        page.WaitForAssertion(() => page.FindAll("[data-room]").Should().ContainSingle());
        Navigation.Uri.Should().EndWith("/monitor?q=room%20007");
        page.Find("[role=status]").TextContent.Should().Be("1 room");
    }

    [Fact]
    public async Task Toolbar_OtherRoomsChange_IsNotRenderedAgain()
    {
        var page = await _context.OpenAsync<MonitorPage>();
        var (toolbar, band) = (page.FindComponent<MonitorToolbar>(), page.FindComponent<StatBand>());
        var renders = (toolbar.RenderCount, band.RenderCount);

        _context.Board.Reserve(3, 0, 60);
        _context.Publish();

        page.WaitForAssertion(() => Figures(page).Should().Equal("8", "5", "1", "2"));
        toolbar.RenderCount.Should().Be(renders.Item1);
        band.RenderCount.Should().BeGreaterThan(renders.Item2);
    }

    /// <summary>The view that is chosen already: the page renders and sets the toolbar the same once more.</summary>
    [Fact]
    public async Task Search_TypedAfterAClickThatChangesNothing_StaysInTheField()
    {
        var page = await _context.OpenAsync<MonitorPage>();
        page.Find(".views button").Click();

        page.Find("input[type=search]").Input("a");

        page.Find("input[type=search]").GetAttribute("value").Should().Be("a");
    }

    [Fact]
    public async Task Search_ClickRightAfterTyping_LosesNothing()
    {
        var page = await _context.OpenAsync<MonitorPage>();

        page.Find("input[type=search]").Input("room 007");
        page.Find("button[aria-label='Table']").Click();

        Navigation.Uri.Should().EndWith("/monitor?q=room%20007&view=table");
        page.FindAll("tr[data-room]").Should().ContainSingle();
    }

    [Fact]
    public async Task Toolbar_BuildingSortDirectionAndGroups_StandInTheAddress()
    {
        var page = await _context.OpenAsync<MonitorPage>();

        page.FindAll("select")[0].Change("Building B");
        page.FindAll("select")[1].Change("Status");
        page.Find("button[aria-label='Reverse the order']").Click();
        page.Find("button[aria-label='Group by building']").Click();

        Navigation.Uri.Should().EndWith("/monitor?building=Building%20B&sort=status&dir=desc&group=building");
        page.FindAll("[data-room]").Select(card => card.GetAttribute("data-room")).Should().Equal("6", "1");
    }

    [Fact]
    public async Task Address_ChangedFromOutside_IsFollowed()
    {
        var page = await _context.OpenAsync<MonitorPage>();
        page.FindAll("button.stat")[3].Click();

        Navigation.NavigateTo("/monitor?q=008");

        page.WaitForAssertion(() => page.FindAll("[data-room]").Should().ContainSingle().Which.GetAttribute("data-room").Should().Be("8"));
        page.Find("input[type=search]").GetAttribute("value").Should().Be("008");
    }

    private static IEnumerable<string> Figures(IRenderedComponent<MonitorPage> page) =>
        page.FindAll("button.stat b").Select(figure => figure.TextContent);
}
