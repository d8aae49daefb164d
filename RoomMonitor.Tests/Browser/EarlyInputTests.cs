using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using RoomMonitor.Tests.Support;

namespace RoomMonitor.Tests.Browser;

/// <summary>What people do before the circuit is up, and while it is down, is neither lost nor dead.</summary>
[Collection(BrowserCollection.Name)]
public sealed class EarlyInputTests(ChromiumFixture chromium, DemoServerFixture demo)
{
    [Fact]
    public async Task Search_TypedBeforeTheCircuitAndWhileItIsDown_IsTakenOverWithItsFocus()
    {
        var (page, line) = await OpenHeldAsync("/", width: 360);
        var search = page.GetByRole(AriaRole.Searchbox);
        await search.PressSequentiallyAsync("map rom");
        await page.ReloadAsync();
        await Assertions.Expect(search).ToHaveValueAsync("map rom");
        await search.PressAsync("End");
        await search.PressAsync("ArrowLeft");
        var before = await BarAsync(page);

        line.LetGo();
        await Connection(page, "live");
        await Assertions.Expect(search).ToHaveValueAsync("map rom");
        await Assertions.Expect(search).ToBeFocusedAsync();
        (await BarAsync(page)).Should().Equal(before, "nothing in the bar moves when the connection is there");
        await page.Keyboard.TypeAsync("o");
        await Assertions.Expect(page.Locator("[data-room]")).ToHaveCountAsync(1);
        await Assertions.Expect(page).ToHaveURLAsync(new Regex("q=map(%20|\\+)room"));

        await line.BreakAsync();
        await Connection(page, "reconnecting");
        await search.FillAsync("no such room");
        line.LetGo();
        await Connection(page, "live");
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "No room fits these filters" })).ToBeVisibleAsync();
        await Assertions.Expect(search).ToHaveValueAsync("no such room");
        await MonitorLiveTests.CloseAsync(page);
    }

    [Fact]
    public async Task Filters_BeforeTheCircuit_ArePlainRequests()
    {
        var (page, _) = await OpenHeldAsync("/");
        await page.GetByRole(AriaRole.Button, new() { Name = "Whiteboard" }).ClickAsync();
        await page.WaitForURLAsync(new Regex(@"/\?with=Whiteboard$"));
        await page.GetByLabel("Seats", new() { Exact = true }).FocusAsync();
        await page.GetByLabel("Seats", new() { Exact = true }).SelectOptionAsync("12");
        await page.WaitForURLAsync(new Regex("seats=12"));
        await Assertions.Expect(page.GetByLabel("Seats", new() { Exact = true })).ToBeFocusedAsync();
        await page.GetByRole(AriaRole.Searchbox).FillAsync("map");
        await page.GetByRole(AriaRole.Searchbox).PressAsync("Enter");
        await page.WaitForURLAsync(new Regex("q=map"));
        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = "Whiteboard" })).ToHaveAttributeAsync("aria-pressed", "true");
        await Assertions.Expect(page.Locator("[data-room]")).ToHaveCountAsync(1);

        await page.GotoAsync("/monitor?group=building");
        await page.GetByRole(AriaRole.Button, new() { Name = "Table" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Room", Exact = true }).ClickAsync();
        await page.WaitForURLAsync(new Regex("view=table.*by=name|by=name.*view=table"));
        await Assertions.Expect(page.Locator("th[aria-sort=ascending]")).ToContainTextAsync("Room");
        await page.GetByRole(AriaRole.Link, new() { Name = "Rooms", Exact = true }).First.ClickAsync();
        await page.WaitForURLAsync(url => new Uri(url).PathAndQuery == "/");
        (await page.EvaluateAsync<string>("document.documentElement.dataset.connection")).Should().Be("connecting");
        await MonitorLiveTests.CloseAsync(page);
    }

    [Fact]
    public async Task Filters_WithoutScript_AreSentByTheirButton()
    {
        await using var context = await chromium.Browser.NewContextAsync(new() { BaseURL = demo.Server.Address.ToString(), JavaScriptEnabled = false, Locale = "en-GB" });
        var page = await context.NewPageAsync();
        await page.GotoAsync("/?q=room");
        await page.GetByLabel("When", new() { Exact = true }).SelectOptionAsync("now");
        await page.GetByRole(AriaRole.Button, new() { Name = "Show what is chosen" }).ClickAsync();

        await Assertions.Expect(page.GetByLabel("When", new() { Exact = true })).ToHaveValueAsync("now");
        await Assertions.Expect(page.GetByRole(AriaRole.Searchbox)).ToHaveValueAsync("room");
        await page.GetByRole(AriaRole.Button, new() { Name = "Clear filters" }).First.ClickAsync();
        await Assertions.Expect(page.GetByLabel("When", new() { Exact = true })).ToHaveValueAsync("");
    }

    [Fact]
    public async Task Room_UsedBeforeTheCircuit_KeepsTheFormAndDoesWhatWasClicked()
    {
        var room = await demo.FreeRoomAsync();
        var path = string.Create(CultureInfo.InvariantCulture, $"/rooms/{room.GetProperty("room_id").GetInt32()}");
        var (page, line) = await OpenHeldAsync(path, user: BookingSteps.Staff);
        var favourite = page.GetByRole(AriaRole.Button, new() { Name = "Favourite", Exact = true });
        await page.Locator("#booking-from").FillAsync("18:30");
        await page.Locator("#booking-to").FillAsync("19:15");
        await Assertions.Expect(favourite).ToHaveAttributeAsync("aria-disabled", "true");
        await favourite.ClickAsync(new() { Force = true });
        await Assertions.Expect(page.Locator(".early-note")).ToContainTextAsync("as soon as the connection is there");
        await page.Locator("#booking-purpose").PressSequentiallyAsync("Early bird");

        line.LetGo();
        await Connection(page, "live");
        await Assertions.Expect(favourite).ToHaveAttributeAsync("aria-pressed", "true");
        await Assertions.Expect(page.Locator("#booking-purpose")).ToBeFocusedAsync();
        await Assertions.Expect(page.Locator("#booking-purpose")).ToHaveValueAsync("Early bird");
        await Assertions.Expect(BookingSteps.Book(page)).ToContainTextAsync(new Regex("18:30.*19:15"));
        await Assertions.Expect(page.Locator(".early-note")).ToBeEmptyAsync();

        await line.BreakAsync();
        await Connection(page, "reconnecting");
        await page.Locator("[data-week-step='1']").ClickAsync();
        await page.WaitForURLAsync(new Regex("week=20"));
        await Connection(page, "connecting");
        await Assertions.Expect(page.Locator("a.this-week")).ToBeVisibleAsync();
        line.LetGo();
        await Connection(page, "live");
        await favourite.ClickAsync();
        await Assertions.Expect(favourite).ToHaveAttributeAsync("aria-pressed", "false");
        await MonitorLiveTests.CloseAsync(page);
    }

    private async Task<(IPage Page, HeldLine Line)> OpenHeldAsync(string path, int width = 1280, string? user = null)
    {
        var page = await chromium.OpenAsync(demo.Server.Address, "/account/sign-in", width, user: user);
        var line = new HeldLine();
        await page.RouteWebSocketAsync("**/_blazor**", line.Connect);
        await page.GotoAsync(path);
        return (page, line);
    }

    /// <summary>Where the parts of the bar stand.</summary>
    private static async Task<double[]> BarAsync(IPage page) => await page.EvaluateAsync<double[]>(
        "[...document.querySelectorAll('.bar, .bar h1, .bar .chip, .bar campus-clock, .bar button')].map(part => part.getBoundingClientRect()).flatMap(box => [box.left, box.top, box.width, box.height])");

    private static async Task Connection(IPage page, string state) =>
        await page.WaitForSelectorAsync($"html[data-connection={state}]", new() { State = WaitForSelectorState.Attached });
}
