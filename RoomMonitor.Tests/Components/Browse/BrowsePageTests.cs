using AngleSharp.Dom;
using Bunit;
using Fluxor;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using RoomMonitor.Data.Accounts;
using RoomMonitor.Data.Profiles;
using RoomMonitor.Domain.Rooms;
using RoomMonitor.Domain.Time;
using RoomMonitor.Tests.State;
using RoomMonitor.Web.Features.Browse;
using RoomMonitor.Web.Features.Profile;

namespace RoomMonitor.Tests.Components.Browse;

public sealed class BrowsePageTests : IAsyncLifetime
{
    private readonly MonitorContext _context = new(new TestBoard()
        .With(
            Room(1, "Fern Room", "Garden Pavilion", 12, "Screen"),
            Room(2, "Aula", "Main Building", 320, "Projector"),
            Room(3, "Room 1.04", "Main Building", 8, "Screen", "Whiteboard"),
            Room(4, "Room 1.06", "Main Building", 6, "Screen"))
        .Reserve(1, 0, 10)
        .Reserve(2, 0, 90)
        .Reserve(3, 45, 100));

    private NavigationManager Navigation => _context.Services.GetRequiredService<NavigationManager>();

    public Task InitializeAsync()
    {
        System.Globalization.CultureInfo.CurrentCulture = System.Globalization.CultureInfo.GetCultureInfo("en-GB");
        System.Globalization.CultureInfo.CurrentUICulture = System.Globalization.CultureInfo.GetCultureInfo("en-GB");
        return Task.CompletedTask;
    }

    public async Task DisposeAsync() => await _context.DisposeAsync();

    [Fact]
    public void Render_BeforeTheStoreIsOpen_ShowsTheRealRooms()
    {
        var page = _context.Render<BrowsePage>();

        Ids(page).Should().Equal(3, 4, 1, 2);
        Headings(page).Should().Equal("Free now, 2 rooms", "Free within 15 minutes, 1 room", "Occupied, 1 room");
    }

    [Fact]
    public async Task Render_NothingLoaded_ShowsFiltersAndSkeleton()
    {
        await using var context = new MonitorContext(new TestBoard());

        var page = await context.OpenAsync<BrowsePage>();

        page.FindComponents<BrowseSkeleton>().Should().HaveCount(1);
        page.FindAll("input[type=search]").Should().HaveCount(1);
        page.FindAll("[data-room]").Should().BeEmpty();
    }

    [Fact]
    public async Task Sentence_EachSlot_FiltersAndStandsInTheAddress()
    {
        var page = await _context.OpenAsync<BrowsePage>();

        Slot(page, "Seats").Change("8");
        Slot(page, "Building").Change("Main Building");
        Slot(page, "When").Change("now");
        Slot(page, "To").Change("30");

        Navigation.Uri.Should().EndWith("/?seats=8&building=Main%20Building&free=30");
        Ids(page).Should().Equal(3);
        Headings(page).Should().Equal("Free 14:12–14:42, 1 room with 8 seats or more");
        page.Find(".sentence").TextContent.Should().Contain("14:42 (30 min)");
    }

    /// <summary>What was searched for goes along to the room.</summary>
    [Theory]
    [InlineData("?seats=2&on=2026-11-25&from=10:30&to=11:30", "rooms/3?start=2026-11-25T10:30:00Z&end=2026-11-25T11:30:00Z&people=2")]
    [InlineData("?seats=2&free=30", "rooms/3?minutes=30&people=2")]
    [InlineData("", "rooms/3")]
    public async Task Card_OfASearch_TakesItAlong(string query, string href)
    {
        Navigation.NavigateTo("/" + query);

        var page = await _context.OpenAsync<BrowsePage>();

        page.Find("[data-room='3'] h3 a").GetAttribute("href").Should().Be(href);
    }

    [Fact]
    public async Task Sentence_AnotherDay_AsksFromWhenToWhen()
    {
        var page = await _context.OpenAsync<BrowsePage>();

        Slot(page, "When").Change("2026-11-25");
        Slot(page, "From").Change("10:30");

        Navigation.Uri.Should().EndWith("/?on=2026-11-25&from=10:30&to=11:30");
        Headings(page).Should().Equal("Free Wed 25 Nov, 10:30–11:30, 4 rooms");
        page.Find("[data-room='3'] .book").GetAttribute("href").Should()
            .Be("rooms/3?start=2026-11-25T10:30:00Z&end=2026-11-25T11:30:00Z");
    }

    [Fact]
    public async Task Sentence_DayOfTheCalendar_CanBeTyped()
    {
        var page = await _context.OpenAsync<BrowsePage>();

        Slot(page, "When").Change("other");
        page.Find("input[type=date]").GetAttribute("value").Should().Be("2026-12-01");
        page.Find("input[type=date]").Change("2026-12-24");

        Navigation.Uri.Should().EndWith("/?on=2026-12-24&from=09:00&to=10:00");
        page.WaitForAssertion(() => page.Find("[role=alert] h2").TextContent.Should().Be("The rooms of this day could not be loaded"));
    }

    [Fact]
    public async Task BeyondTheBoard_DatabaseAnswers_ShowsWhatIsFree()
    {
        Navigation.NavigateTo("/?on=2026-12-24&from=09:00&to=10:00");
        var page = await _context.OpenAsync<BrowsePage>();
        var slot = new TimeSlot(new DateTime(2026, 12, 24, 9, 0, 0, DateTimeKind.Utc), new DateTime(2026, 12, 24, 10, 0, 0, DateTimeKind.Utc));

        var dispatcher = _context.Services.GetRequiredService<IDispatcher>();
        dispatcher.Dispatch(new TakenRoomsLoaded(new TakenRooms(slot, System.Collections.Frozen.FrozenSet.ToFrozenSet([1, 3]))));

        page.WaitForAssertion(() => Ids(page).Should().Equal(2, 4));
    }

    [Fact]
    public async Task Chips_StatusAndEquipment_AreToggled()
    {
        var page = await _context.OpenAsync<BrowsePage>();

        Chip(page, "Screen").Click();
        Ids(page).Should().Equal(3, 4, 1);
        Chip(page, "Ending soon").Click();
        Ids(page).Should().Equal(1);
        Chip(page, "Ending soon").GetAttribute("aria-pressed").Should().Be("true");
        Navigation.Uri.Should().EndWith("/?with=Screen&status=ending_soon");
        page.Find(".clear").Click();

        Navigation.Uri.Should().EndWith("/");
        Ids(page).Should().HaveCount(4);
    }

    [Fact]
    public async Task Render_WithAQueryString_ShowsWhatItAsks()
    {
        Navigation.NavigateTo("/?seats=6&building=Main%20Building&q=room&with=Screen&free=60");

        var page = await _context.OpenAsync<BrowsePage>();

        Ids(page).Should().Equal(4);
        page.FindAll("select").Select(select => select.GetAttribute("value")).Should().Equal("6", "Main Building", "now", "60");
        page.Find("input[type=search]").GetAttribute("value").Should().Be("room");
    }

    [Fact]
    public async Task NothingFits_SaysWhyAndWhatWould()
    {
        Navigation.NavigateTo("/?seats=100&status=available");

        var page = await _context.OpenAsync<BrowsePage>();

        page.Find(".empty").TextContent.Should().ContainAll(
            "No room fits these filters", "No room has all of this: 100 seats or more, available right now.", "Aula in Main Building fits and is free from 15:42.");
        page.Find(".empty button").Click();
        Ids(page).Should().HaveCount(4);
    }

    [Fact]
    public async Task TimePasses_RoomThatIsNoLongerFreeLongEnough_Leaves()
    {
        Navigation.NavigateTo("/?free=30");
        var page = await _context.OpenAsync<BrowsePage>();
        Ids(page).Should().Equal(3, 4);

        _context.Board.Clock.Advance(TimeSpan.FromMinutes(16));

        page.WaitForAssertion(() => Ids(page).Should().Equal([1, 4], "room 1 has become free"));
    }

    [Fact]
    public async Task Update_OfOneRoom_RendersItsCardAloneAndIsAnnounced()
    {
        var page = await _context.OpenAsync<BrowsePage>();
        var before = page.FindComponents<BrowseCard>().ToDictionary(card => card.Instance.Occupancy.Room.Id, card => card.RenderCount);
        page.Find(".list").PointerEnter();

        _context.Board.Reserve(4, 0, 60);
        _context.Publish();

        page.WaitForAssertion(() => page.Find("[data-room='4']").ClassList.Should().Contain("s-occupied"));
        page.FindComponents<BrowseCard>().Where(card => card.RenderCount != before[card.Instance.Occupancy.Room.Id])
            .Select(card => card.Instance.Occupancy.Room.Id).Should().Equal(4);
        Ids(page).Should().Equal([3, 4, 1, 2], "the pointer is in the list");
        _context.Board.Clock.Advance(BrowseList.AnnouncementPause);
        page.WaitForAssertion(() => page.Find("p[role=status]").TextContent.Should().Be("4 rooms found. 1 room free."));
    }

    [Fact]
    public async Task Favorites_OfASignedInReader_ComeFirst()
    {
        var page = await _context.OpenAsync<BrowsePage>();
        var dispatcher = _context.Services.GetRequiredService<IDispatcher>();

        dispatcher.Dispatch(new ProfileLoaded(new Profile(1, ThemePreference.Auto, null, true, false, null, [2, 4], [])));

        page.WaitForAssertion(() => Ids(page).Should().Equal(2, 4, 3, 1));
        Headings(page)[0].Should().Be("Your favourites, 2 rooms");
        page.Find("[data-room='2'] .star").GetAttribute("aria-pressed").Should().Be("true");
        page.Find("[data-room='2'] .star").Click();
        page.WaitForAssertion(() => Ids(page).Should().Equal(4, 3, 1, 2));
    }

    [Fact]
    public async Task Star_OfAnAnonymousReader_LeadsToSignInAndBack()
    {
        Navigation.NavigateTo("/?q=1.04");
        var page = await _context.OpenAsync<BrowsePage>();

        page.Find("[data-room='3'] .star").Click();

        Navigation.Uri.Should().EndWith("/account/sign-in?returnUrl=%2F%3Fq%3D1.04");
    }

    private static Room Room(int id, string name, string building, int capacity, params string[] amenities) =>
        new() { Id = id, Code = $"R{id}", Name = name, Building = building, Floor = 1, Capacity = capacity, Amenities = amenities };

    private static IEnumerable<int> Ids(IRenderedComponent<BrowsePage> page) =>
        page.FindAll("[data-room]").Select(card => int.Parse(card.GetAttribute("data-room")!, System.Globalization.CultureInfo.InvariantCulture));

    private static List<string> Headings(IRenderedComponent<BrowsePage> page) =>
        [.. page.FindAll("[data-heading]").Select(heading =>
            string.Join(", ", heading.Children.Select(child => child.TextContent.Replace("\u2060", "", StringComparison.Ordinal))))];

    private static IElement Slot(IRenderedComponent<BrowsePage> page, string label) => page.Find($"select[aria-label='{label}']");

    private static IElement Chip(IRenderedComponent<BrowsePage> page, string word) =>
        page.FindAll("button.chip").Single(chip => chip.TextContent.Trim() == word);
}
