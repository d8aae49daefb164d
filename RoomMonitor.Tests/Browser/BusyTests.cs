using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using RoomMonitor.Tests.Support;
using static RoomMonitor.Tests.Browser.BookingSteps;

namespace RoomMonitor.Tests.Browser;

/// <summary>What books or changes with one click says so from the click on, however slow the line is.</summary>
[Collection(BrowserCollection.Name)]
public sealed class BusyTests(ChromiumFixture chromium, DemoServerFixture demo)
{
    [Fact]
    public async Task Extend_SlowLine_IsBusyAtOnceAndAsksOnce()
    {
        var room = await demo.FreeRoomAsync();
        var id = await demo.BookNowAsync(room.GetProperty("room_id").GetInt32(), TimeSpan.FromMinutes(10));
        var (page, line) = await OpenAsync("/reservations");
        var extend = page.Locator($"[data-reservation='{id}'] .extend button").First;
        await Assertions.Expect(extend).ToBeVisibleAsync();

        await ClickTwiceAsync(extend, line);

        await Assertions.Expect(page.Locator($"[data-reservation='{id}'] [data-pending]")).ToHaveCountAsync(0);
        await Assertions.Expect(page.Locator($"[data-reservation='{id}'] [data-unreached]")).ToBeHiddenAsync();
        await demo.CancelAsync(id);
        await MonitorLiveTests.CloseAsync(page);
    }

    [Fact]
    public async Task BookNow_SlowLine_IsBusyAtOnceAndBooksOnce()
    {
        await using var room = await BookingRoom.TakeAsync(demo);
        var (page, line) = await OpenAsync(string.Create(CultureInfo.InvariantCulture, $"/rooms/{room.Id}"));
        await page.Locator(".panel button[aria-expanded]").ClickAsync();
        var entry = page.Locator("menu-popover .menu button").First;
        await Assertions.Expect(entry).ToBeFocusedAsync();

        await ClickTwiceAsync(entry, line);

        await Assertions.Expect(page.Locator(".panel button[aria-expanded]")).ToHaveCountAsync(0);
        (await room.BookedAsync("2026-11-24")).Should().ContainSingle();
        await MonitorLiveTests.CloseAsync(page);
    }

    private static async Task ClickTwiceAsync(ILocator button, HeldLine line)
    {
        line.Hold();
        await button.ClickAsync();
        await Assertions.Expect(button).ToHaveAttributeAsync("aria-busy", "true");
        await Assertions.Expect(button).ToHaveAttributeAsync("data-pending", "");
        await button.ClickAsync(new() { Force = true });
        line.LetGo();
    }

    private async Task<(IPage Page, HeldLine Line)> OpenAsync(string path)
    {
        var line = new HeldLine();
        line.LetGo();
        var page = await chromium.OpenAsync(
            demo.Server.Address, path, user: Staff, prepare: page => page.RouteWebSocketAsync(new Regex("/_blazor"), line.Connect));
        return (page, line);
    }
}
