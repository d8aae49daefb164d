using Microsoft.Playwright;
using RoomMonitor.Tests.Support;
using static RoomMonitor.Tests.Browser.BookingSteps;

namespace RoomMonitor.Tests.Browser;

[Collection(BrowserCollection.Name)]
public sealed class BookingAccessibilityTests(ChromiumFixture chromium, DemoServerFixture demo)
{
    private static readonly PageLook[] _looks = PageLook.Parse("Light 1280, Dark 1280, Light 360, Dark 360");

    [Fact]
    public async Task Booking_Axe_FindsNothing()
    {
        await using var room = await BookingRoom.TakeAsync(demo);
        var page = await chromium.OpenRoomAsync(demo.Server.Address, room.Id);
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
        (await room.BookedAsync("2026-12-13")).Should().ContainSingle();
        await MonitorLiveTests.CloseAsync(page);
    }

    private static async Task ShouldBeCleanAsync(IPage page)
    {
        foreach (var look in _looks)
        {
            await look.WearAsync(page);
            (await PageLook.AxeAsync(page)).Should().BeEmpty("nothing is wrong at {0}", look);
            (await PageLook.OverflowAsync(page)).Should().BeLessThanOrEqualTo(0);
        }
    }
}
