using Microsoft.Playwright;
using RoomMonitor.Tests.Support;

namespace RoomMonitor.Tests.Browser;

[Collection(BrowserCollection.Name)]
public sealed class FocusRingTests(ChromiumFixture chromium, DemoServerFixture demo)
{
    private static readonly string[] _pages = ["/", "/monitor?view=table&group=building", "/rooms/5", "/reservations", "/account", "/admin/kiosks", "/offline"];

    private static readonly int[] _widths = [1280, 360];

    [Fact]
    public async Task Page_EachStopOfTheKeyboard_IsSeen()
    {
        var page = await chromium.OpenAsync(demo.Server.Address, "/account/sign-in");
        List<string> complaints = [];
        await TabThroughAsync("/account/sign-in", 2);
        await page.FillAsync("#email", BookingSteps.Administrator);
        await page.FillAsync("#password", ChromiumFixture.DemoPassword);
        await page.PressAsync("#password", "Enter");
        await page.WaitForURLAsync(url => !url.Contains("sign-in", StringComparison.Ordinal));
        foreach (var path in _pages)
        {
            await page.GotoAsync(path);
            var isPlain = path is "/offline";
            if (!isPlain)
            {
                await page.WaitForSelectorAsync("html[data-connection=live]", new() { State = WaitForSelectorState.Attached });
                await Assertions.Expect(page.Locator("[aria-busy=true]")).ToHaveCountAsync(0);
            }

            await TabThroughAsync(path, isPlain ? 0 : 8);
        }

        complaints.Should().BeEmpty();
        await MonitorLiveTests.CloseAsync(page);

        async Task TabThroughAsync(string path, int least)
        {
            foreach (var width in _widths)
            {
                await PageLook.ResizeAsync(page, width, 900);
                var (stops, unseen) = await FocusRing.TabThroughAsync(page);
                stops.Should().BeGreaterThan(least, "there is more on {0}", path);
                complaints.AddRange(unseen.Select(what => $"{path} at {width}: {what}"));
            }
        }
    }

    /// <summary>Dialogs, menus and what is chosen from: whatever opens over a page.</summary>
    [Fact]
    public async Task Overlay_EachStopOfTheKeyboard_IsSeen()
    {
        await using var room = await BookingRoom.TakeAsync(demo);
        var id = await demo.BookAsync(room.Id, new DateTime(2026, 12, 20, 10, 0, 0, DateTimeKind.Utc), new DateTime(2026, 12, 20, 11, 0, 0, DateTimeKind.Utc));
        var page = await chromium.OpenAsync(demo.Server.Address, "/reservations", user: BookingSteps.Staff);
        List<string> complaints = [];

        var item = page.Locator($"[data-reservation='{id}']");
        await Assertions.Expect(item).ToBeVisibleAsync();
        var asks = item.Locator("button[aria-label]");
        var count = await asks.CountAsync();
        count.Should().Be(3, "it can be moved, changed and cancelled");
        for (var index = 0; index < count; index++)
        {
            await OverAsync(asks.Nth(index), page.Locator("modal-dialog dialog[open]"));
        }

        await page.GotoAsync($"/rooms/{room.Id}");
        await BookingSteps.LiveAsync(page);
        await OverAsync(page.Locator(".panel button[aria-expanded]"), page.Locator("menu-popover .menu"));

        await page.GotoAsync("/account");
        await BookingSteps.LiveAsync(page);
        await OverAsync(page.Locator("button[data-shortcuts-open]:visible").First, page.Locator("#shortcuts"));

        complaints.Should().BeEmpty();
        await demo.CancelAsync(id);
        await MonitorLiveTests.CloseAsync(page);

        async Task OverAsync(ILocator opener, ILocator overlay)
        {
            foreach (var width in _widths)
            {
                await PageLook.ResizeAsync(page, width, 900);
                await opener.ClickAsync();
                await Assertions.Expect(overlay).ToBeVisibleAsync();
                var (stops, unseen) = await FocusRing.TabThroughAsync(page, most: 15);
                stops.Should().BePositive();
                complaints.AddRange(unseen.Select(what => $"{page.Url} at {width}: {what}"));
                await page.Keyboard.PressAsync("Escape");
                await Assertions.Expect(overlay).ToBeHiddenAsync();
            }
        }
    }
}
