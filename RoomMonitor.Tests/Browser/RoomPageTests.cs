using System.Text.RegularExpressions;
using Microsoft.Playwright;
using RoomMonitor.Tests.Support;

namespace RoomMonitor.Tests.Browser;

[Collection(BrowserCollection.Name)]
public sealed class RoomPageTests(ChromiumFixture chromium, DemoServerFixture demo)
{
    private const string Staff = "staff@demo.local";

    [Fact]
    public async Task Reservation_MadeOverRest_ChangesBandTimelineAndWeek()
    {
        var room = await RoomAsync();
        var page = await chromium.OpenAsync(demo.Server.Address, $"/rooms/{room}");
        await Assertions.Expect(page.Locator(".band .word")).ToHaveTextAsync("Available");
        var before = await page.Locator(".timeline .entry:not(.draft)").CountAsync();
        await page.EvaluateAsync("window.untouched = true");

        var reservation = await demo.BookNowAsync(room, TimeSpan.FromMinutes(25));

        await Assertions.Expect(page.Locator(".band .word")).ToHaveTextAsync("Occupied");
        await Assertions.Expect(page.Locator(".timeline .entry:not(.draft)")).ToHaveCountAsync(before + 1);
        await Assertions.Expect(page.Locator(".timeline .entry.current")).ToHaveCountAsync(1);
        await demo.CancelAsync(reservation);
        await Assertions.Expect(page.Locator(".band .word")).ToHaveTextAsync("Available");
        (await page.EvaluateAsync<bool>("window.untouched === true")).Should().BeTrue("the page was not loaded again");
        await MonitorLiveTests.CloseAsync(page);
    }

    [Fact]
    public async Task Reservation_OfOnesOwn_IsMarkedAsYoursAndNobodyElseReadsItsPurpose()
    {
        var room = await RoomAsync();
        var reservation = await demo.BookNowAsync(room, TimeSpan.FromMinutes(25));
        var owner = await chromium.OpenAsync(demo.Server.Address, $"/rooms/{room}", user: Staff);
        var stranger = await chromium.OpenAsync(demo.Server.Address, $"/rooms/{room}");

        await Assertions.Expect(owner.Locator(".week .entry.mine")).ToHaveCountAsync(1);
        await Assertions.Expect(owner.Locator(".own")).ToContainTextAsync("Browser test");
        await Assertions.Expect(owner.Locator(".own a[download]")).ToHaveAttributeAsync("href", $"rooms/{room}/reservations/{reservation}.ics");
        await Assertions.Expect(stranger.Locator(".day.unread")).ToHaveCountAsync(0);
        (await stranger.ContentAsync()).Should().NotContain("Browser test");
        await Assertions.Expect(stranger.Locator(".week .entry.mine")).ToHaveCountAsync(0);
        await demo.CancelAsync(reservation);
        await MonitorLiveTests.CloseAsync(owner, stranger);
    }

    [Fact]
    public async Task TwoPeople_OneHasTheFormOpenOnASlot_TheOtherSeesItUntilThePageIsClosed()
    {
        var room = await RoomAsync();
        var other = await chromium.OpenAsync(demo.Server.Address, $"/rooms/{room}", width: 390, theme: ColorScheme.Dark);
        var booker = await chromium.OpenAsync(
            demo.Server.Address, $"/rooms/{room}?start=2026-11-25T19:00:00Z&end=2026-11-25T20:00:00Z", user: Staff);

        await Assertions.Expect(other.Locator(".others")).ToHaveTextAsync("1 other is looking");
        await Assertions.Expect(booker.Locator(".others")).ToHaveTextAsync("1 other is looking");
        await Assertions.Expect(booker.Locator(".week .day .draft")).ToHaveCountAsync(1);
        await other.Locator(".days button").Nth(2).ClickAsync();
        await Assertions.Expect(other.Locator(".week .shown .picked")).ToContainTextAsync("Being booked");

        await MonitorLiveTests.CloseAsync(booker);

        await Assertions.Expect(other.Locator(".week .day .picked")).ToHaveCountAsync(0);
        await Assertions.Expect(other.Locator(".others")).ToHaveCountAsync(0);
        await MonitorLiveTests.CloseAsync(other);
    }

    [Fact]
    public async Task Keyboard_MovesLengthensAndChooses_TheSlotIsTheDraft()
    {
        var room = await RoomAsync();
        var page = await chromium.OpenAsync(demo.Server.Address, $"/rooms/{room}?week=2026-W50");
        await Assertions.Expect(page.Locator(".day.unread")).ToHaveCountAsync(0);
        var said = page.Locator("#week-said");

        await page.Locator("week-chooser .cursor").FocusAsync();
        await page.Keyboard.PressAsync("Home");
        await Assertions.Expect(said).ToContainTextAsync("07:00");
        await page.Keyboard.PressAsync("ArrowDown");
        await page.Keyboard.PressAsync("ArrowRight");
        await page.Keyboard.PressAsync("Shift+ArrowDown");
        await Assertions.Expect(said).ToHaveTextAsync(new Regex("^Tue 8 Dec, 07:30.*09:00: free$"));
        await page.Keyboard.PressAsync("Enter");

        await Assertions.Expect(said).ToHaveTextAsync(new Regex("^Chosen: Tue 8 Dec, 07:30.*09:00$"));
        await Assertions.Expect(page.Locator("[data-day='2026-12-08'] .draft")).ToHaveCountAsync(1);
        await Assertions.Expect(page).ToHaveURLAsync(new Regex("week=2026-W50&start=2026-12-08T07:30:00Z&end=2026-12-08T09:00:00Z$"));
        await page.Keyboard.PressAsync("PageDown");
        await Assertions.Expect(page.Locator("#week-heading")).ToContainTextAsync("Week 51");
        await page.ReloadAsync();
        await Assertions.Expect(page.Locator("#week-heading")).ToContainTextAsync("Week 51");
        await MonitorLiveTests.CloseAsync(page);
    }

    [Fact]
    public async Task Pointer_ClickAndDrag_ChooseASlot()
    {
        var room = await RoomAsync();
        var page = await chromium.OpenAsync(demo.Server.Address, $"/rooms/{room}?week=2026-W50", height: 1400);
        await Assertions.Expect(page.Locator(".day.unread")).ToHaveCountAsync(0);
        var sunday = (await page.Locator("[data-day='2026-12-13']").BoundingBoxAsync())!;
        var (x, hour) = (sunday.X + (sunday.Width / 2), sunday.Height / 14);

        await page.Mouse.ClickAsync(x, sunday.Y + (3.2f * hour));
        await Assertions.Expect(page).ToHaveURLAsync(new Regex("start=2026-12-13T10:00:00Z&end=2026-12-13T11:00:00Z$"));

        await page.Mouse.MoveAsync(x, sunday.Y + (6.1f * hour));
        await page.Mouse.DownAsync();
        await page.Mouse.MoveAsync(x, sunday.Y + (7.1f * hour), new MouseMoveOptions { Steps = 5 });
        await page.Mouse.MoveAsync(x, sunday.Y + (8.4f * hour), new MouseMoveOptions { Steps = 5 });
        await page.Mouse.UpAsync();

        await Assertions.Expect(page).ToHaveURLAsync(new Regex("start=2026-12-13T13:00:00Z&end=2026-12-13T15:30:00Z$"));
        await Assertions.Expect(page.Locator("[data-day='2026-12-13'] .draft")).ToHaveCountAsync(1);
        await Assertions.Expect(page.Locator("week-chooser .ghost")).ToHaveCountAsync(0);
        await MonitorLiveTests.CloseAsync(page);
    }

    [Fact]
    public async Task UnknownRoom_HasStatus404AndSaysSo()
    {
        var page = await chromium.OpenAsync(demo.Server.Address, "/rooms/999999");

        await Assertions.Expect(page.Locator("main h2")).ToHaveTextAsync("There is no such room");
        (await page.Context.APIRequest.GetAsync("/rooms/999999")).Status.Should().Be(404);
        (await page.Context.APIRequest.GetAsync("/rooms/999999/qr.svg")).Status.Should().Be(404);
        await MonitorLiveTests.CloseAsync(page);
    }

    [Fact]
    public async Task QrCode_Saved_IsAnSvgFile()
    {
        var page = await chromium.OpenAsync(demo.Server.Address, $"/rooms/{await RoomAsync()}");

        var download = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Link, new() { Name = "Save the QR code" }).ClickAsync());

        download.SuggestedFilename.Should().EndWith(".svg");
        (await File.ReadAllTextAsync(await download.PathAsync())).Should().StartWith("<svg xmlns=");
        await MonitorLiveTests.CloseAsync(page);
    }

    [Fact]
    public async Task Watch_AndCalendarFile_OfASignedInUser()
    {
        var room = await RoomAsync();
        var reservation = await demo.BookNowAsync(room, TimeSpan.FromMinutes(25));
        var page = await chromium.OpenAsync(demo.Server.Address, $"/rooms/{room}", user: Staff);
        var watch = page.GetByRole(AriaRole.Button, new() { Name = "Watch" });

        await watch.ClickAsync();
        await Assertions.Expect(watch).ToHaveAttributeAsync("aria-pressed", "true");
        var download = await page.RunAndWaitForDownloadAsync(() => page.Locator(".own a[href$='.ics']").ClickAsync());

        download.SuggestedFilename.Should().EndWith(".ics");
        (await File.ReadAllTextAsync(await download.PathAsync())).Should().StartWith("BEGIN:VCALENDAR").And.Contain("SUMMARY:Browser test");
        await watch.ClickAsync();
        await Assertions.Expect(watch).ToHaveAttributeAsync("aria-pressed", "false");
        await demo.CancelAsync(reservation);
        await MonitorLiveTests.CloseAsync(page);
    }

    [Fact]
    public async Task Prerender_BecomingInteractive_MovesNothing()
    {
        var context = await chromium.Browser.NewContextAsync(new BrowserNewContextOptions { BaseURL = demo.Server.Address.ToString(), ViewportSize = new() { Width = 1350, Height = 940 } });
        var page = await context.NewPageAsync();
        await page.AddInitScriptAsync(
            "window.shift = 0; new PerformanceObserver(list => { for (const entry of list.getEntries()) { window.shift += entry.value; } }).observe({ type: 'layout-shift', buffered: true });");

        await page.GotoAsync($"/rooms/{await RoomAsync()}");
        await Assertions.Expect(page.Locator("html[data-connection=live]")).ToHaveCountAsync(1);
        await Assertions.Expect(page.Locator(".day.unread")).ToHaveCountAsync(0);

        (await page.EvaluateAsync<double>("window.shift")).Should().BeLessThan(0.02);
        await context.CloseAsync();
    }

    private async Task<int> RoomAsync() => (await demo.FreeRoomAsync()).GetProperty("room_id").GetInt32();
}
