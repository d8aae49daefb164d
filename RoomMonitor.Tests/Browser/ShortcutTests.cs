using System.Text.RegularExpressions;
using Microsoft.Playwright;
using RoomMonitor.Tests.Support;

namespace RoomMonitor.Tests.Browser;

[Collection(BrowserCollection.Name)]
public sealed class ShortcutTests(ChromiumFixture chromium, DemoServerFixture demo)
{
    [Fact]
    public async Task Keys_GoWhereTheOverviewSays()
    {
        var page = await chromium.OpenAsync(demo.Server.Address, "/monitor");

        await page.Keyboard.PressAsync("?");
        var dialog = page.GetByRole(AriaRole.Dialog, new() { Name = "Keyboard shortcuts" });
        await Assertions.Expect(dialog).ToBeVisibleAsync();
        await Assertions.Expect(dialog.Locator("dt")).ToHaveCountAsync(7);
        await page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(dialog).ToBeHiddenAsync();

        await page.Keyboard.PressAsync("/");
        await Assertions.Expect(page.GetByRole(AriaRole.Searchbox)).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Escape");
        await page.EvaluateAsync("document.activeElement.blur()");

        await page.Keyboard.PressAsync("t");
        await Assertions.Expect(page.Locator("html")).ToHaveAttributeAsync("data-theme", "dark");

        await page.EvaluateAsync("window.untouched = true");
        await page.Keyboard.PressAsync("g");
        await page.Keyboard.PressAsync("r");
        await Assertions.Expect(page).ToHaveURLAsync(new Regex("/$"));
        await Assertions.Expect(page.Locator(".rail a[aria-current=page]")).ToHaveTextAsync("Rooms");
        await Assertions.Expect(page.Locator("h1")).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("/");
        await Assertions.Expect(page.GetByRole(AriaRole.Searchbox)).ToBeFocusedAsync();
        await page.EvaluateAsync("document.activeElement.blur()");
        await page.Keyboard.PressAsync("g");
        await page.Keyboard.PressAsync("m");
        await Assertions.Expect(page).ToHaveURLAsync(new Regex("/monitor$"));
        (await page.EvaluateAsync<bool>("window.untouched === true")).Should().BeTrue("it goes on in the same circuit");
        await MonitorLiveTests.CloseAsync(page);
    }

    [Fact]
    public async Task Keys_WhileWritingWithModifiersOrSwitchedOff_DoNothing()
    {
        var page = await chromium.OpenAsync(demo.Server.Address, "/monitor");
        var dialog = page.Locator("#shortcuts");
        var search = page.GetByRole(AriaRole.Searchbox);

        await search.PressSequentiallyAsync("t?/");
        await Assertions.Expect(search).ToHaveValueAsync("t?/");
        await search.BlurAsync();
        await page.Keyboard.PressAsync("Control+t");
        await page.Keyboard.PressAsync("Alt+t");
        await Assertions.Expect(page.Locator("html")).ToHaveAttributeAsync("data-theme", "light");
        await Assertions.Expect(dialog).ToBeHiddenAsync();

        await page.Locator(".rail [data-shortcuts-open]").ClickAsync();
        await dialog.GetByRole(AriaRole.Switch).UncheckAsync();
        await page.Keyboard.PressAsync("Escape");
        // A closed dialog goes back over its entry in the history: a reload that begins before that is aborted.
        await page.WaitForFunctionAsync("() => !history.state?.dialog");
        await page.ReloadAsync();
        await page.WaitForSelectorAsync("html[data-connection=live]", new() { State = WaitForSelectorState.Attached });
        await page.Keyboard.PressAsync("?");
        await page.Keyboard.PressAsync("t");
        await Assertions.Expect(dialog).ToBeHiddenAsync();
        await Assertions.Expect(page.Locator("html")).ToHaveAttributeAsync("data-theme", "light");
        await page.Locator(".rail [data-shortcuts-open]").ClickAsync();
        await Assertions.Expect(dialog.GetByRole(AriaRole.Switch)).Not.ToBeCheckedAsync();
        await MonitorLiveTests.CloseAsync(page);
    }

    [Fact]
    public async Task Hint_Closed_StaysAwayAndMovesNothing()
    {
        var page = await chromium.OpenAsync(demo.Server.Address, "/monitor");
        var hint = page.Locator(".hint");
        await Assertions.Expect(hint).ToBeVisibleAsync();

        await page.GetByRole(AriaRole.Button, new() { Name = "Close the hint" }).ClickAsync();
        await Assertions.Expect(hint).ToBeHiddenAsync();

        await page.ReloadAsync();
        (await page.Locator("html").GetAttributeAsync("data-hint")).Should().Be("seen", "the first byte says so already");
        await Assertions.Expect(hint).ToBeHiddenAsync();
        await MonitorLiveTests.CloseAsync(page);
    }
}
