using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using RoomMonitor.Tests.Support;

namespace RoomMonitor.Tests.Browser;

[Collection(BrowserCollection.Name)]
public sealed class BrowseTests(ChromiumFixture chromium, DemoServerFixture demo)
{
    [Fact]
    public async Task Filters_OnAPhoneByKeyboardAlone_FindARoomAndSurviveAReload()
    {
        var page = await chromium.OpenAsync(demo.Server.Address, "/", width: 360, height: 740);
        await Assertions.Expect(Cards(page).First).ToBeVisibleAsync();

        await TabToAsync(page, "select", "Seats");
        await page.Keyboard.TypeAsync("12 p");
        await Assertions.Expect(page).ToHaveURLAsync(new Regex(@"\?seats=12$"));
        await TabToAsync(page, "select", "Building");
        await page.Keyboard.TypeAsync("Linden");
        await Assertions.Expect(page).ToHaveURLAsync(new Regex("building=Linden%20Library"));
        await TabToAsync(page, "input", "Search by name");
        await page.Keyboard.TypeAsync("map");
        await Assertions.Expect(Cards(page)).ToHaveCountAsync(1);
        await TabToAsync(page, "button", "Whiteboard");
        await page.Keyboard.PressAsync("Space");
        await Assertions.Expect(page).ToHaveURLAsync(new Regex("with=Whiteboard$"));
        await Assertions.Expect(Cards(page)).ToHaveCountAsync(1);
        await Assertions.Expect(Cards(page)).ToContainTextAsync("Map Room");

        await page.ReloadAsync();
        await page.WaitForSelectorAsync("html[data-connection=live]", new() { State = WaitForSelectorState.Attached });
        await Assertions.Expect(page.GetByLabel("Seats", new() { Exact = true })).ToHaveValueAsync("12");
        await Assertions.Expect(page.GetByRole(AriaRole.Searchbox)).ToHaveValueAsync("map");
        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = "Whiteboard" })).ToHaveAttributeAsync("aria-pressed", "true");
        await Assertions.Expect(Cards(page)).ToHaveCountAsync(1);
        await page.GetByRole(AriaRole.Button, new() { Name = "Clear filters" }).PressAsync("Enter");
        await Assertions.Expect(page).ToHaveURLAsync(new Regex("/$"));
        await MonitorLiveTests.CloseAsync(page);
    }

    [Fact]
    public async Task Card_BookedBySomebodyElse_ChangesAndKeepsItsPlaceUnderThePointer()
    {
        var room = await demo.FreeRoomAsync();
        var (id, name) = (room.GetProperty("room_id").GetInt32(), room.GetProperty("room_name").GetString()!);
        var first = await chromium.OpenAsync(demo.Server.Address, $"/?q={Uri.EscapeDataString(name)}");
        var second = await chromium.OpenAsync(demo.Server.Address, $"/?status=available&q={Uri.EscapeDataString(name)}", width: 360, theme: ColorScheme.Dark);
        foreach (var page in new[] { first, second })
        {
            await Assertions.Expect(MonitorLiveTests.Room(page, id)).ToContainTextAsync("Available");
            await page.EvaluateAsync("window.untouched = true");
        }

        await MonitorLiveTests.Room(second, id).HoverAsync();
        var reservation = await demo.BookNowAsync(id, TimeSpan.FromMinutes(25));

        await Assertions.Expect(MonitorLiveTests.Room(first, id)).ToContainTextAsync("Occupied");
        await Assertions.Expect(MonitorLiveTests.Room(first, id)).ToContainTextAsync("See times");
        await Assertions.Expect(MonitorLiveTests.Room(second, id)).ToContainTextAsync("no longer matches");
        await second.Mouse.MoveAsync(0, 0);
        await Assertions.Expect(MonitorLiveTests.Room(second, id)).ToHaveCountAsync(0);
        await demo.CancelAsync(reservation);
        await Assertions.Expect(MonitorLiveTests.Room(first, id)).ToContainTextAsync("Available");
        await Assertions.Expect(MonitorLiveTests.Room(second, id)).ToContainTextAsync("Available");
        (await first.EvaluateAsync<bool>("window.untouched === true")).Should().BeTrue("the page was not loaded again");
        await MonitorLiveTests.CloseAsync(first, second);
    }

    [Fact]
    public async Task Address_OfADayBeyondTheBoard_ShowsWhatIsFreeThen()
    {
        var room = await demo.FreeRoomAsync();
        var (id, name) = (room.GetProperty("room_id").GetInt32(), room.GetProperty("room_name").GetString()!);
        var start = new DateTime(2027, 2, 3, 10, 0, 0, DateTimeKind.Utc);
        var reservation = await demo.BookAsync(id, start, start.AddHours(1));

        var page = await chromium.OpenAsync(demo.Server.Address, $"/?q={Uri.EscapeDataString(name)}&on=2027-02-03&from=10:30&to=11:30");

        await Assertions.Expect(page.GetByLabel("Day", new() { Exact = true })).ToHaveValueAsync("2027-02-03");
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "No room fits these filters" })).ToBeVisibleAsync();
        await page.GetByLabel("From", new() { Exact = true }).SelectOptionAsync("11:00");
        await Assertions.Expect(MonitorLiveTests.Room(page, id).GetByRole(AriaRole.Link, new() { Name = $"Book {name}" })).ToHaveAttributeAsync(
            "href", $"rooms/{id.ToString(CultureInfo.InvariantCulture)}?start=2027-02-03T11:00:00Z&end=2027-02-03T12:00:00Z");
        await demo.CancelAsync(reservation);
        await MonitorLiveTests.CloseAsync(page);
    }

    [Fact]
    public async Task Star_OfASignedInUser_BringsTheRoomToTheTopForGood()
    {
        var page = await chromium.OpenAsync(demo.Server.Address, "/?building=Garden%20Pavilion", user: "admin@demo.local");
        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = "account of admin@demo.local" })).ToBeVisibleAsync();
        var card = MonitorLiveTests.Room(page, int.Parse((await Cards(page).Last.GetAttributeAsync("data-room"))!, CultureInfo.InvariantCulture));

        await Star(card).ClickAsync();
        await Assertions.Expect(Star(card)).ToHaveAttributeAsync("aria-pressed", "true");
        await page.Locator("h1").ClickAsync();

        var favorites = page.GetByRole(AriaRole.Region, new() { Name = "Your favourites" });
        await Assertions.Expect(favorites.Locator("[data-room]")).ToHaveCountAsync(1);
        var html = await (await page.APIRequest.GetAsync(page.Url)).TextAsync();
        html.Should().Contain("section-Favorites", "the page is written with them: nothing moves when its circuit comes");
        await page.ReloadAsync();
        await Assertions.Expect(Star(favorites.Locator("[data-room]"))).ToHaveAttributeAsync("aria-pressed", "true");
        await BookingSteps.LiveAsync(page);
        await Star(favorites.Locator("[data-room]")).ClickAsync();
        await page.Locator("h1").ClickAsync();
        await Assertions.Expect(favorites).ToHaveCountAsync(0);
        await MonitorLiveTests.CloseAsync(page);
    }

    private static ILocator Star(ILocator card) => card.GetByRole(AriaRole.Button, new() { Name = "Favourite:" });

    private static ILocator Cards(IPage page) => page.Locator("[data-room]");

    /// <summary>Goes on with the Tab key until the control of a name has the focus.</summary>
    private static async Task TabToAsync(IPage page, string element, string name)
    {
        for (var stops = 0; stops < 60; stops++)
        {
            await page.Keyboard.PressAsync("Tab");
            var focused = page.Locator($"{element}:focus");
            if (await focused.CountAsync() == 1 && await NameAsync(focused) == name)
            {
                return;
            }
        }

        Assert.Fail($"The Tab key never reaches {name}.");
    }

    private static async Task<string> NameAsync(ILocator control) => (await control.EvaluateAsync<string>(
        "control => control.ariaLabel ?? control.labels?.[0]?.textContent ?? control.textContent")).Trim();
}
