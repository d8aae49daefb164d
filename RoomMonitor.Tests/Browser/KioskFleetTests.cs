using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using RoomMonitor.Tests.Support;

namespace RoomMonitor.Tests.Browser;

/// <summary>The page of screens, and a screen, each in its own browser.</summary>
[Collection(ScreenCollection.Name)]
public sealed class KioskFleetTests(ChromiumFixture chromium, DemoServerFixture demo) : IAsyncLifetime
{
    private const string Administrator = "admin@demo.local";

    private readonly BorrowedRooms _rooms = new(demo);

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await _rooms.DisposeAsync();

    [Fact]
    public async Task Screen_RegisteredPairedIdentifiedRevoked_FollowsAllTheWay()
    {
        var admin = await OpenAsync();
        await RegisterAsync(admin, "Door of the whole way", await _rooms.TakeAsync());
        var screen = await OpenScreenAsync(await admin.Locator("#kiosk-link").InputValueAsync());
        await Assertions.Expect(admin.Locator(".outcome")).ToContainTextAsync("is set up");
        screen.Url.Should().MatchRegex("/kiosk/rooms/[0-9]+$");
        await admin.Locator("[data-dismiss]").ClickAsync();

        var row = admin.Locator("[data-kiosk]").Filter(new() { HasText = "Door of the whole way" });
        await Assertions.Expect(row.Locator(".mark")).ToHaveTextAsync("Live");
        await Assertions.Expect(row).ToContainTextAsync("1280 × 800");

        await ChooseAsync(admin, row, "Identify");
        await Assertions.Expect(screen.Locator("#identity b")).ToHaveTextAsync("Door of the whole way");

        await screen.EvaluateAsync("window.untouched = true");
        await ChooseAsync(admin, row, "Reload");
        await screen.WaitForFunctionAsync("() => window.untouched !== true && document.documentElement.dataset.beat !== undefined");
        await Assertions.Expect(screen.GetByRole(AriaRole.Button, new() { Name = "15 min", Exact = true })).ToBeVisibleAsync();
        await Assertions.Expect(row.Locator(".mark")).ToHaveTextAsync("Live");
        await screen.EvaluateAsync("""
            async () => {
              const { connectDevice } = await import('/js/kiosk/device.js');
              window.told = [];
              window.device = connectDevice({ onRevoked: () => told.push('revoked') });
            }
            """);

        await ChooseAsync(admin, row, "Revoke");
        await admin.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Revoke", Exact = true }).ClickAsync();
        await screen.WaitForFunctionAsync("() => told.includes('revoked')");
        await Assertions.Expect(screen.Locator("[data-k=acts]")).ToBeHiddenAsync();
        await Assertions.Expect(screen.Locator("[data-k=note]")).ToHaveTextAsync(new Regex("^not registered any more"));
        await Assertions.Expect(row).ToHaveCountAsync(0);
        (await screen.EvaluateAsync<int>("async () => (await fetch('/kiosk/device/')).status")).Should().Be(401);
        (await screen.EvaluateAsync<string>("() => told.filter(word => word === 'revoked').join()")).Should().Be("revoked", "it is told once");
        await MonitorLiveTests.CloseAsync(admin, screen);
    }

    /// <summary>A gateway that asks for a sign-in, in HTML or in JSON, revokes nobody's screen.</summary>
    [Fact]
    public async Task Screen_SomebodyElseAnswersForAWhile_StaysRegistered()
    {
        await using var line = NetworkLine.To(demo.Server.Address);
        var admin = await OpenAsync();
        await RegisterAsync(admin, "Door behind a gateway", await _rooms.TakeAsync());
        var link = await admin.Locator("#kiosk-link").InputValueAsync();
        var screen = await OpenScreenAsync(new Uri(line.Address, new Uri(link).AbsolutePath).ToString());
        await Assertions.Expect(screen.GetByRole(AriaRole.Button, new() { Name = "15 min", Exact = true })).ToBeVisibleAsync();
        await screen.EvaluateAsync("""
            async () => {
              const { connectDevice } = await import('/js/kiosk/device.js');
              window.told = 'nothing';
              window.device = connectDevice({ onRevoked: () => { window.told = 'revoked'; } });
            }
            """);

        foreach (var (status, type, body) in new[] { ("401 Unauthorized", "application/json", """{"error":"sign in"}"""), ("401 Unauthorized", "text/html", "<h1>Sign in</h1>"), ("200 OK", "application/json", "{}") })
        {
            line.AnswerWith(status, $"Content-Type: {type}", body);
            (await screen.EvaluateAsync<JsonElement>("async () => await window.device.book(1, 15)")).GetProperty("status").GetInt32().Should().Be(0, "it was nobody's answer");
            (await screen.EvaluateAsync<string>("window.told")).Should().Be("nothing");
        }

        line.Answer = null;
        line.Cut();
        (await screen.EvaluateAsync<int>("async () => (await fetch('/kiosk/device/')).status")).Should().Be(200);
        await Assertions.Expect(screen.GetByRole(AriaRole.Button, new() { Name = "15 min", Exact = true })).ToBeVisibleAsync();
        await Assertions.Expect(screen.Locator("[data-k=note]")).Not.ToContainTextAsync("not registered");
        await MonitorLiveTests.CloseAsync(admin, screen);
    }

    [Fact]
    public async Task Screen_ItsCodeIsTyped_BecomesItsDoorAndFollowsToAnotherRoom()
    {
        var (before, after) = (await _rooms.TakeAsync(), await _rooms.TakeAsync());
        var screen = await OpenScreenAsync(new Uri(demo.Server.Address, "kiosk").ToString(), new Regex("/kiosk$"));
        await Assertions.Expect(screen.Locator("#code")).ToHaveTextAsync(new Regex("^[A-Z3-9]{3} [A-Z3-9]{3}$"));
        await RequireAccessibleAsync(screen);
        var admin = await OpenAsync();
        await RegisterAsync(admin, "Door by code", before);

        await admin.FillAsync("#kiosk-code", "xxx xxx");
        await admin.Keyboard.PressAsync("Enter");
        await Assertions.Expect(admin.Locator("#kiosk-code")).ToHaveAttributeAsync("aria-invalid", "true");
        await RequireAccessibleAsync(admin);
        await admin.FillAsync("#kiosk-code", (await screen.Locator("#code").TextContentAsync())!.ToLowerInvariant().Replace(' ', '-'));
        await admin.Keyboard.PressAsync("Enter");

        await Assertions.Expect(admin.Locator(".outcome")).ToContainTextAsync("is set up");
        await screen.WaitForURLAsync(new Regex($"/kiosk/rooms/{before}$"));
        await admin.Locator("[data-dismiss]").ClickAsync();
        var row = admin.Locator("[data-kiosk]").Filter(new() { HasText = "Door by code" });
        await Assertions.Expect(row.Locator(".mark")).ToHaveTextAsync("Live");
        await ChooseAsync(admin, row, "Change");
        await Assertions.Expect(admin.Locator("#kiosk-name")).ToHaveValueAsync("Door by code");
        await admin.FillAsync("#kiosk-name", "Door that moved");
        await admin.SelectOptionAsync("#kiosk-room", new SelectOptionValue { Value = after.ToString(CultureInfo.InvariantCulture) });
        await admin.Locator("dialog button[type=submit]").ClickAsync();

        await screen.WaitForURLAsync(new Regex($"/kiosk/rooms/{after}$"));
        await Assertions.Expect(screen.GetByRole(AriaRole.Button, new() { Name = "15 min", Exact = true })).ToBeVisibleAsync();
        await Assertions.Expect(admin.Locator("[data-kiosk]").Filter(new() { HasText = "Door that moved" }).Locator(".mark")).ToHaveTextAsync("Live");
        await MonitorLiveTests.CloseAsync(admin, screen);
    }

    /// <summary>With the real server: two taps each, and purpose and organiser where the screen may show them.</summary>
    [Fact]
    public async Task Door_RegisteredWithDetails_BooksExtendsChecksInAndEnds()
    {
        var room = await _rooms.TakeAsync();
        var admin = await OpenAsync();
        await RegisterAsync(admin, "Door of the acts", room, showsDetails: true);
        var screen = await OpenScreenAsync(await admin.Locator("#kiosk-link").InputValueAsync());
        var (word, fact) = (screen.Locator("[data-k=word]"), screen.Locator("[data-k=fact-1]"));

        await TapAsync("15 min", "Book");
        await Assertions.Expect(word).ToHaveTextAsync(new Regex("Occupied|Ending soon"));
        await Assertions.Expect(fact).ToContainTextAsync("Booked at the door");

        await TapAsync("Extend 15 min", "Keep");
        await Assertions.Expect(word).ToHaveTextAsync("Occupied");

        await TapAsync("End now", "End now");
        await Assertions.Expect(word).ToHaveTextAsync("Available");

        var reservation = await _rooms.BookAsync(room);
        await Assertions.Expect(fact).ToContainTextAsync("Browser test, ");
        await Assertions.Expect(Act("Check in")).ToBeVisibleAsync();
        foreach (var (width, height) in new[] { (800, 480), (800, 1280), (1280, 800) })
        {
            await screen.SetViewportSizeAsync(width, height);
            (await screen.EvaluateAsync<string[]>("""
                () => [...document.querySelectorAll('.act, .facts dt')].filter(item => item.checkVisibility()).filter(item => {
                  const box = item.getBoundingClientRect();
                  return item.scrollWidth > item.clientWidth || box.left < 0 || box.right > innerWidth || box.top < document.querySelector('.lead').getBoundingClientRect().bottom;
                }).map(item => item.textContent)
                """)).Should().BeEmpty($"of {width} x {height}");
        }

        await RequireAccessibleAsync(screen);
        await TapAsync("Check in", "Check in");
        await Assertions.Expect(screen.Locator(".acts p")).ToHaveTextAsync("Checked in");
        await _rooms.CancelAsync(reservation);
        await MonitorLiveTests.CloseAsync(admin, screen);

        ILocator Act(string name) => screen.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });

        async Task TapAsync(params string[] names)
        {
            foreach (var name in names)
            {
                await Act(name).ClickAsync();
            }
        }
    }

    [Theory]
    [InlineData("Light 1280, Light 768", "en-GB")]
    [InlineData("Dark 1280, Dark 360", "de-DE")]
    public async Task Page_Axe_FindsNothingAndNothingScrollsSideways(string given, string locale)
    {
        var looks = PageLook.Parse(given);
        var admin = await OpenAsync(locale);
        await admin.GetByRole(AriaRole.Button, new() { NameRegex = new Regex("Register a screen|Bildschirm anmelden") }).First.ClickAsync();
        await admin.Locator("#kiosk-name").WaitForAsync();
        await RequireAccessibleAsync(admin, looks);
        await admin.FillAsync("#kiosk-name", $"Door {given}");
        await admin.SelectOptionAsync("#kiosk-room", new SelectOptionValue { Index = 3 });
        await admin.Locator("dialog button[type=submit]").ClickAsync();
        await admin.Locator("#kiosk-link").WaitForAsync();
        await RequireAccessibleAsync(admin, looks);
        var link = await admin.Locator("#kiosk-link").InputValueAsync();
        await admin.Locator("[data-dismiss]").ClickAsync();

        await admin.Locator("[data-kiosk] .more").First.ClickAsync();
        await admin.Locator("[data-kiosk] .menu").WaitForAsync();
        await RequireAccessibleAsync(admin, looks);

        var pairing = await admin.Context.Browser!.NewPageAsync(new() { JavaScriptEnabled = false, ViewportSize = new() { Width = looks[^1].Width, Height = 800 }, ColorScheme = looks[^1].Theme, Locale = locale });
        await pairing.GotoAsync(link);
        await Assertions.Expect(pairing.Locator("form button")).ToBeVisibleAsync();
        await pairing.CloseAsync();
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
        await Assertions.Expect(admin.GetByRole(AriaRole.Button, new() { Name = "Change", Exact = true })).ToBeFocusedAsync();
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
        await Assertions.Expect(page.Locator("a[href='admin/kiosks']")).ToHaveCountAsync(0);
        await MonitorLiveTests.CloseAsync(page);
    }

    private static async Task RegisterAsync(IPage admin, string name, int? room = null, bool showsDetails = false)
    {
        await admin.GetByRole(AriaRole.Button, new() { Name = "Register a screen" }).First.ClickAsync();
        await admin.FillAsync("#kiosk-name", name);
        await admin.SelectOptionAsync("#kiosk-room", room is { } id ? new SelectOptionValue { Value = id.ToString(CultureInfo.InvariantCulture) } : new SelectOptionValue { Index = 2 });
        await admin.GetByRole(AriaRole.Checkbox).Nth(1).SetCheckedAsync(showsDetails);
        await admin.Locator("dialog button[type=submit]").ClickAsync();
        await admin.Locator("#kiosk-link").WaitForAsync();
    }

    private static async Task ChooseAsync(IPage admin, ILocator row, string word)
    {
        await row.Locator(".more").ClickAsync();
        await row.Locator(".menu").GetByRole(AriaRole.Button, new() { Name = word, Exact = true }).ClickAsync();
    }

    private static async Task RequireAccessibleAsync(IPage page) => (await PageLook.AxeAsync(page)).Should().BeEmpty();

    private static async Task RequireAccessibleAsync(IPage page, PageLook[] looks)
    {
        foreach (var look in looks)
        {
            await look.WearAsync(page);
            (await PageLook.AxeAsync(page)).Should().BeEmpty("nothing is wrong at {0}", look);
            (await PageLook.OverflowAsync(page)).Should().BeLessThanOrEqualTo(0);
        }
    }

    private Task<IPage> OpenAsync(string locale = "en-GB") =>
        chromium.OpenAsync(demo.Server.Address, "/admin/kiosks", user: Administrator, locale: locale);

    /// <summary>A browser of its own opens the link, and is led to its page.</summary>
    private async Task<IPage> OpenScreenAsync(string link, Regex? address = null)
    {
        var context = await chromium.Browser.NewContextAsync(new() { ViewportSize = new() { Width = 1280, Height = 800 } });
        context.SetDefaultTimeout(ChromiumFixture.Patience);
        var screen = await context.NewPageAsync();
        await screen.GotoAsync(link);
        await screen.WaitForURLAsync(address ?? new Regex("/kiosk/rooms/"));
        return screen;
    }
}
