using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using RoomMonitor.Tests.Support;
using static RoomMonitor.Tests.Browser.BookingSteps;

namespace RoomMonitor.Tests.Browser;

[Collection(BrowserCollection.Name)]
public sealed class BookingAccessibilityTests(ChromiumFixture chromium, DemoServerFixture demo)
{
    [Theory]
    [InlineData(ColorScheme.Light, 1280)]
    [InlineData(ColorScheme.Dark, 1280)]
    [InlineData(ColorScheme.Light, 360)]
    [InlineData(ColorScheme.Dark, 360)]
    public async Task Booking_Axe_FindsNothing(ColorScheme theme, int width)
    {
        await using var room = await BookingRoom.TakeAsync(demo);
        var page = await chromium.OpenRoomAsync(demo.Server.Address, room.Id, width: width, theme: theme);
        await FillAsync(page, "2026-12-13", "10:00", "11:00");
        await page.Locator("#booking-people").FillAsync("0");
        await ShouldBeCleanAsync(page);

        await page.Locator(".panel button[aria-expanded]").ClickAsync();
        await Assertions.Expect(page.Locator("menu-popover .menu")).ToBeVisibleAsync();
        await ShouldBeCleanAsync(page);
        await page.Keyboard.PressAsync("Escape");

        await page.Locator("#booking-people").FillAsync("1");
        await page.Locator("#booking-purpose").PressAsync("Enter");
        await Assertions.Expect(Summary(page)).ToContainTextAsync("Booked:");
        await page.Locator("#booking-from").FillAsync("09:30");
        await page.Locator("#booking-purpose").PressAsync("Enter");
        await Assertions.Expect(page.Locator("modal-dialog dialog[open]")).ToBeVisibleAsync();
        await ShouldBeCleanAsync(page);
        var overflow = await page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth");
        overflow.Should().BeLessThanOrEqualTo(0);
        (await room.BookedAsync("2026-12-13")).Should().ContainSingle();
        await MonitorLiveTests.CloseAsync(page);
    }

    private static async Task ShouldBeCleanAsync(IPage page)
    {
        var result = await page.RunAxe();
        result.Violations.Select(violation => $"{violation.Id}: {string.Join(" | ", violation.Nodes.Select(node => node.Html))}").Should().BeEmpty();
    }
}
