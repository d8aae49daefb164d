using System.Text.RegularExpressions;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using RoomMonitor.Tests.Support;

namespace RoomMonitor.Tests.Browser;

/// <summary>The page of screens, and a screen, each in its own browser.</summary>
[Collection(BrowserCollection.Name)]
public sealed class KioskFleetTests(ChromiumFixture chromium, DemoServerFixture demo)
{
    private const string Administrator = "admin@demo.local";

    [Fact]
    public async Task Screen_RegisteredPairedIdentifiedRevoked_FollowsAllTheWay()
    {
        var admin = await OpenAsync();
        await RegisterAsync(admin, "Door of the whole way");
        var screen = await OpenScreenAsync(await admin.Locator("#kiosk-link").InputValueAsync());
        await Assertions.Expect(admin.Locator(".outcome")).ToContainTextAsync("is set up");
        screen.Url.Should().MatchRegex("/kiosk/rooms/[0-9]+$");
        await admin.Locator("[data-dismiss]").ClickAsync();

        var row = admin.Locator("[data-kiosk]").Filter(new() { HasText = "Door of the whole way" });
        await Assertions.Expect(row.Locator(".mark")).ToHaveTextAsync("Live");
        await Assertions.Expect(row).ToContainTextAsync("1280 × 800");

        await ChooseAsync(admin, row, "Identify");
        await Assertions.Expect(screen.Locator("#identity b")).ToHaveTextAsync("Door of the whole way");

        // A second line, as a second page of the screen has one.
        await screen.EvaluateAsync("""
            async () => {
              const { connectDevice } = await import('/js/kiosk/device.js');
              window.told = [];
              window.device = connectDevice({ onRevoked: () => told.push('revoked') });
            }
            """);
        var booked = await screen.EvaluateAsync<bool>("""
            async () => {
              const me = await (await fetch('/kiosk/device/')).json();
              const answer = await device.book(me.room_ids[0], 15);
              return answer.ok && (await device.end(answer.reservation.id)).ok;
            }
            """);
        booked.Should().BeTrue();

        await ChooseAsync(admin, row, "Revoke");
        await admin.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Revoke", Exact = true }).ClickAsync();
        await screen.WaitForFunctionAsync("() => told.includes('revoked')");
        await Assertions.Expect(row).ToHaveCountAsync(0);
        (await screen.EvaluateAsync<int>("async () => (await fetch('/kiosk/device/')).status")).Should().Be(401);
        (await screen.EvaluateAsync<string>("() => told.filter(word => word === 'revoked').join()")).Should().Be("revoked", "it is told once");
        await MonitorLiveTests.CloseAsync(admin, screen);
    }

    [Theory]
    [InlineData(ColorScheme.Light, 1280, "en-GB")]
    [InlineData(ColorScheme.Dark, 1280, "de-DE")]
    [InlineData(ColorScheme.Dark, 360, "de-DE")]
    [InlineData(ColorScheme.Light, 768, "en-GB")]
    public async Task Page_Axe_FindsNothingAndNothingScrollsSideways(ColorScheme theme, int width, string locale)
    {
        var admin = await OpenAsync(width, theme, locale);
        await admin.GetByRole(AriaRole.Button, new() { NameRegex = new Regex("Register a screen|Bildschirm anmelden") }).First.ClickAsync();
        await admin.Locator("#kiosk-name").WaitForAsync();
        await RequireAccessibleAsync(admin);
        await admin.FillAsync("#kiosk-name", $"Door {theme} {width}");
        await admin.SelectOptionAsync("#kiosk-room", new SelectOptionValue { Index = 3 });
        await admin.Locator("dialog button[type=submit]").ClickAsync();
        await admin.Locator("#kiosk-link").WaitForAsync();
        await RequireAccessibleAsync(admin);
        var link = await admin.Locator("#kiosk-link").InputValueAsync();
        await admin.Locator("[data-dismiss]").ClickAsync();

        await admin.Locator("[data-kiosk] .more").First.ClickAsync();
        await admin.Locator("[data-kiosk] .menu").WaitForAsync();
        await RequireAccessibleAsync(admin);

        var pairing = await admin.Context.Browser!.NewPageAsync(new() { JavaScriptEnabled = false, ViewportSize = new() { Width = width, Height = 800 }, ColorScheme = theme, Locale = locale });
        await pairing.GotoAsync(link);
        await Assertions.Expect(pairing.Locator("form button")).ToBeVisibleAsync();
        await pairing.CloseAsync();
        (await admin.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth")).Should().BeLessThanOrEqualTo(0);
        await MonitorLiveTests.CloseAsync(admin);
    }

    [Fact]
    public async Task Page_ByKeyboard_OpensTheMenuAndComesBack()
    {
        var admin = await OpenAsync();
        await RegisterAsync(admin, "Door by keyboard");
        await admin.Keyboard.PressAsync("Escape");
        await Assertions.Expect(admin.GetByRole(AriaRole.Dialog)).ToHaveCountAsync(0);
        var more = admin.GetByRole(AriaRole.Button, new() { Name = "More for Door by keyboard" });

        await more.FocusAsync();
        await admin.Keyboard.PressAsync("Enter");
        await Assertions.Expect(admin.GetByRole(AriaRole.Button, new() { Name = "New link" })).ToBeFocusedAsync();
        await admin.Keyboard.PressAsync("Escape");

        await Assertions.Expect(more).ToBeFocusedAsync();
        await Assertions.Expect(more).ToHaveAttributeAsync("aria-expanded", "false");
        await MonitorLiveTests.CloseAsync(admin);
    }

    [Fact]
    public async Task Page_ForStaff_IsClosedAndNotLinked()
    {
        var page = await chromium.OpenAsync(demo.Server.Address, "/admin/kiosks", user: "staff@demo.local");

        page.Url.Should().Contain("/account/access-denied");
        await Assertions.Expect(page.Locator("a[href='/admin/kiosks']")).ToHaveCountAsync(0);
        await MonitorLiveTests.CloseAsync(page);
    }

    private static async Task RegisterAsync(IPage admin, string name)
    {
        await admin.GetByRole(AriaRole.Button, new() { Name = "Register a screen" }).First.ClickAsync();
        await admin.FillAsync("#kiosk-name", name);
        await admin.SelectOptionAsync("#kiosk-room", new SelectOptionValue { Index = 2 });
        await admin.Locator("dialog button[type=submit]").ClickAsync();
        await admin.Locator("#kiosk-link").WaitForAsync();
    }

    private static async Task ChooseAsync(IPage admin, ILocator row, string word)
    {
        await row.Locator(".more").ClickAsync();
        await row.Locator(".menu").GetByRole(AriaRole.Button, new() { Name = word, Exact = true }).ClickAsync();
    }

    private static async Task RequireAccessibleAsync(IPage page)
    {
        var result = await page.RunAxe();
        result.Violations.Select(violation => $"{violation.Id}: {string.Join(" | ", violation.Nodes.Select(node => node.Html))}").Should().BeEmpty();
    }

    private Task<IPage> OpenAsync(int width = 1280, ColorScheme theme = ColorScheme.Light, string locale = "en-GB") =>
        chromium.OpenAsync(demo.Server.Address, "/admin/kiosks", width, theme: theme, user: Administrator, locale: locale);

    /// <summary>A browser of its own opens the link, and is led to its page.</summary>
    private async Task<IPage> OpenScreenAsync(string link)
    {
        var context = await chromium.Browser.NewContextAsync(new() { ViewportSize = new() { Width = 1280, Height = 800 } });
        context.SetDefaultTimeout(ChromiumFixture.Patience);
        var screen = await context.NewPageAsync();
        await screen.GotoAsync(link);
        await screen.WaitForURLAsync(new Regex("/kiosk/rooms/"));
        return screen;
    }
}
