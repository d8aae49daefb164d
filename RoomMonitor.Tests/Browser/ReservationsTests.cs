using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using RoomMonitor.Tests.Support;

namespace RoomMonitor.Tests.Browser;

/// <summary>"My reservations" of a member of staff, while somebody else acts.</summary>
[Collection(BrowserCollection.Name)]
public sealed class ReservationsTests(ChromiumFixture chromium, DemoServerFixture demo)
{
    [Fact]
    public async Task Pending_ConfirmedAndCancelledByAnAdministrator_ChangesWithoutAReload()
    {
        using var administrator = await demo.Server.ClientAsync("admin@demo.local");
        var id = await BookPendingAsync();
        var page = await OpenAsync("/reservations?tab=pending");
        await Assertions.Expect(Row(page, id)).ToContainTextAsync("Pending");
        await page.EvaluateAsync("window.untouched = true");

        (await administrator.PostAsync(Address(id, "confirm"), null)).EnsureSuccessStatusCode();
        await Assertions.Expect(Row(page, id)).ToHaveCountAsync(0);
        await page.GetByRole(AriaRole.Link, new() { NameRegex = new Regex("^Upcoming") }).ClickAsync();
        await Assertions.Expect(Row(page, id)).ToContainTextAsync("Confirmed");

        (await administrator.PostAsync(Address(id, "cancel"), null)).EnsureSuccessStatusCode();
        await Assertions.Expect(Row(page, id)).ToHaveCountAsync(0);
        await page.GetByRole(AriaRole.Link, new() { NameRegex = new Regex("^Past") }).ClickAsync();
        await Assertions.Expect(Row(page, id)).ToContainTextAsync("Cancelled");
        (await page.EvaluateAsync<bool>("window.untouched === true")).Should().BeTrue("the page was not loaded again");
        await MonitorLiveTests.CloseAsync(page);
    }

    [Fact]
    public async Task Booking_MadeOverRest_AppearsAtOnce()
    {
        var page = await OpenAsync("/reservations");
        var room = await demo.FreeRoomAsync();

        var id = await demo.BookNowAsync(room.GetProperty("room_id").GetInt32(), TimeSpan.FromMinutes(25));

        await Assertions.Expect(Row(page, id)).ToContainTextAsync(room.GetProperty("room_name").GetString()!);
        await Assertions.Expect(Row(page, id)).ToContainTextAsync("Running");
        await demo.CancelAsync(id);
        await Assertions.Expect(Row(page, id)).ToHaveCountAsync(0);
        await MonitorLiveTests.CloseAsync(page);
    }

    [Fact]
    public async Task Extend_AgainstTheNextReservation_OffersUntilThenAndNoMore()
    {
        using var administrator = await demo.Server.ClientAsync("admin@demo.local");
        var roomId = (await demo.FreeRoomAsync()).GetProperty("room_id").GetInt32();
        var id = await demo.BookNowAsync(roomId, TimeSpan.FromMinutes(10));
        var end = (await demo.Staff.GetFromJsonAsync<JsonElement>($"api/reservations/{id}/")).GetProperty("end").GetDateTime();
        var next = await BookAsync(administrator, roomId, end.AddMinutes(12), end.AddMinutes(20));
        var page = await OpenAsync("/reservations");
        var extend = Row(page, id).GetByRole(AriaRole.Group, new() { NameRegex = new Regex("^Extend") });

        await Assertions.Expect(extend.GetByRole(AriaRole.Button)).ToHaveCountAsync(1);
        await extend.GetByRole(AriaRole.Button, new() { NameRegex = new Regex("the next reservation") }).ClickAsync();

        await Assertions.Expect(extend).ToContainTextAsync("The next reservation follows at once.");
        (await demo.Staff.GetFromJsonAsync<JsonElement>($"api/reservations/{id}/")).GetProperty("end").GetDateTime().Should().Be(end.AddMinutes(12));

        (await administrator.PostAsync(Address(next, "cancel"), null)).EnsureSuccessStatusCode();
        await Assertions.Expect(extend.GetByRole(AriaRole.Button).First).ToBeVisibleAsync();
        await demo.CancelAsync(id);
        await MonitorLiveTests.CloseAsync(page);
    }

    [Fact]
    public async Task Move_IntoSomebodysTime_OffersWhatIsFree_AndTheOtherPersonSeesItCome()
    {
        using var administrator = await demo.Server.ClientAsync("admin@demo.local");
        var roomId = (await demo.FreeRoomAsync()).GetProperty("room_id").GetInt32();
        var sunday = new DateTime(2026, 12, 13, 0, 0, 0, DateTimeKind.Utc);
        var id = await demo.BookAsync(roomId, sunday.AddHours(9), sunday.AddHours(10));
        var others = await BookAsync(administrator, roomId, sunday.AddHours(13), sunday.AddHours(14));
        var other = await chromium.OpenAsync(
            demo.Server.Address, string.Create(CultureInfo.InvariantCulture, $"/rooms/{roomId}?week=2026-W50"), user: "admin@demo.local");
        var day = other.Locator("[data-day='2026-12-13']");
        await Assertions.Expect(day.Locator(".entry:not(.draft)")).ToHaveCountAsync(2);
        var before = await day.Locator(".entry:not(.draft)").First.GetAttributeAsync("style");
        var page = await OpenAsync("/reservations");
        var dialog = page.GetByRole(AriaRole.Dialog);

        await Row(page, id).GetByRole(AriaRole.Button, new() { NameRegex = new Regex("^Move") }).ClickAsync();
        await dialog.GetByLabel("From", new() { Exact = true }).FillAsync("13:30");
        await dialog.GetByLabel("To", new() { Exact = true }).FillAsync("14:30");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Move it" }).ClickAsync();
        await Assertions.Expect(dialog.GetByRole(AriaRole.Alert)).ToContainTextAsync("This time is taken.");
        await ShouldBeCleanAsync(page);
        await dialog.Locator(".alternatives button").Filter(new() { HasText = "14:00" }).First.ClickAsync();
        await Assertions.Expect(dialog.GetByLabel("From", new() { Exact = true })).ToHaveValueAsync("14:00");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Move it" }).ClickAsync();

        await Assertions.Expect(dialog).ToHaveCountAsync(0);
        await Assertions.Expect(Row(page, id)).ToContainTextAsync("14:00");
        (await demo.Staff.GetFromJsonAsync<JsonElement>($"api/reservations/{id}/")).GetProperty("start").GetDateTime().Should().Be(sunday.AddHours(14));
        await Assertions.Expect(day.Locator(".entry:not(.draft)").First).Not.ToHaveAttributeAsync("style", before!);
        await demo.CancelAsync(id);
        await Assertions.Expect(day.Locator(".entry:not(.draft)")).ToHaveCountAsync(1);
        (await administrator.PostAsync(Address(others, "cancel"), null)).EnsureSuccessStatusCode();
        await MonitorLiveTests.CloseAsync(page, other);
    }

    [Fact]
    public async Task BookAgain_OfACancelledOne_FillsTheFormWithWhatItWas()
    {
        var roomId = (await demo.FreeRoomAsync()).GetProperty("room_id").GetInt32();
        var sunday = new DateTime(2026, 12, 20, 0, 0, 0, DateTimeKind.Utc);
        var id = await demo.BookAsync(roomId, sunday.AddHours(9), sunday.AddHours(10));
        await demo.CancelAsync(id);
        var page = await OpenAsync("/reservations?tab=past");

        await Row(page, id).GetByRole(AriaRole.Link, new() { NameRegex = new Regex("^Book again") }).ClickAsync();

        await Assertions.Expect(page.Locator("#booking-purpose")).ToHaveValueAsync("Browser test");
        page.Url.Should().NotContain("Browser", "no address carries what a room is for");
        await Assertions.Expect(page.Locator("#booking-people")).ToHaveValueAsync("1");
        await Assertions.Expect(page.Locator("#booking-from")).ToHaveValueAsync("09:00");
        await MonitorLiveTests.CloseAsync(page);
    }

    [Fact]
    public async Task EndEarly_FreesTheRoomOnTheMonitorAtOnce()
    {
        var room = await demo.FreeRoomAsync();
        var roomId = room.GetProperty("room_id").GetInt32();
        var id = await demo.BookNowAsync(roomId, TimeSpan.FromMinutes(25));
        var monitor = await chromium.OpenAsync(demo.Server.Address, "/monitor");
        await MonitorLiveTests.SearchAsync(monitor, room.GetProperty("room_name").GetString()!);
        await Assertions.Expect(MonitorLiveTests.Room(monitor, roomId)).ToContainTextAsync("Occupied");
        var page = await OpenAsync("/reservations");

        await Row(page, id).GetByRole(AriaRole.Button, new() { NameRegex = new Regex("^End early: ") }).ClickAsync();
        await page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "End now" }).ClickAsync();

        await Assertions.Expect(MonitorLiveTests.Room(monitor, roomId)).ToContainTextAsync("Available");
        await Assertions.Expect(Row(page, id)).ToHaveCountAsync(0);
        await MonitorLiveTests.CloseAsync(page, monitor);
    }

    [Fact]
    public async Task Cancel_ByKeyboard_AsksFirstAndLeavesTheFocusOnThePage()
    {
        var id = await BookPendingAsync();
        var page = await OpenAsync("/reservations?tab=pending");
        var cancel = Row(page, id).GetByRole(AriaRole.Button, new() { NameRegex = new Regex("^Cancel") });
        var dialog = page.GetByRole(AriaRole.Dialog);

        await cancel.FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(dialog.GetByRole(AriaRole.Heading)).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(dialog).ToHaveCountAsync(0);
        await Assertions.Expect(cancel).ToBeFocusedAsync();

        await page.Keyboard.PressAsync("Enter");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Cancel the reservation" }).PressAsync("Enter");
        await Assertions.Expect(dialog).ToHaveCountAsync(0);
        await Assertions.Expect(Row(page, id)).ToHaveCountAsync(0);
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToBeFocusedAsync();
        await MonitorLiveTests.CloseAsync(page);
    }

    [Fact]
    public async Task Page_NotSignedIn_AsksToSignInAndComesBack()
    {
        var page = await chromium.OpenAsync(demo.Server.Address, "/reservations?tab=past");

        await Assertions.Expect(page).ToHaveURLAsync(new Regex("/account/sign-in"));
        await SignInAsync(page);

        await Assertions.Expect(page).ToHaveURLAsync(new Regex("/reservations\\?tab=past$"));
        await MonitorLiveTests.CloseAsync(page);
    }

    [Theory]
    [InlineData("/reservations", ColorScheme.Light, 1280)]
    [InlineData("/reservations", ColorScheme.Dark, 360)]
    [InlineData("/reservations?tab=pending", ColorScheme.Light, 360)]
    [InlineData("/reservations?tab=past", ColorScheme.Dark, 1280)]
    public async Task Page_Axe_FindsNothingAndFits(string path, ColorScheme theme, int width)
    {
        var room = await demo.FreeRoomAsync();
        var running = await demo.BookNowAsync(room.GetProperty("room_id").GetInt32(), TimeSpan.FromMinutes(25));
        var pending = await BookPendingAsync();
        var page = await OpenAsync(path, theme, width);

        await ShouldBeCleanAsync(page);
        foreach (var act in new[] { "^Move", "^Cancel", "^End early: " })
        {
            var button = page.GetByRole(AriaRole.Button, new() { NameRegex = new Regex(act) }).First;
            if (await button.CountAsync() > 0)
            {
                await button.ClickAsync();
                await Assertions.Expect(page.GetByRole(AriaRole.Dialog)).ToBeVisibleAsync();
                await ShouldBeCleanAsync(page);
                await page.Keyboard.PressAsync("Escape");
                await Assertions.Expect(page.GetByRole(AriaRole.Dialog)).ToHaveCountAsync(0);
            }
        }

        await demo.CancelAsync(running);
        await demo.CancelAsync(pending);
        await MonitorLiveTests.CloseAsync(page);
    }

    private static async Task ShouldBeCleanAsync(IPage page)
    {
        (await PageLook.AxeAsync(page)).Should().BeEmpty();
        (await PageLook.OverflowAsync(page)).Should().BeLessThanOrEqualTo(0);
    }

    private static ILocator Row(IPage page, int id) => page.Locator($"[data-reservation='{id}']");

    private static string Address(int id, string act) => string.Create(CultureInfo.InvariantCulture, $"api/reservations/{id}/{act}/");

    private async Task<IPage> OpenAsync(string path, ColorScheme theme = ColorScheme.Light, int width = 1280)
    {
        var page = await chromium.OpenAsync(demo.Server.Address, "/account/sign-in?returnUrl=" + Uri.EscapeDataString(path), width, theme: theme);
        await SignInAsync(page);
        await page.WaitForSelectorAsync("html[data-connection=live]", new PageWaitForSelectorOptions { State = WaitForSelectorState.Attached });
        await Assertions.Expect(page.Locator("[aria-busy]")).ToHaveCountAsync(0);
        return page;
    }

    private static async Task SignInAsync(IPage page)
    {
        await page.GetByLabel("E-mail").FillAsync("staff@demo.local");
        await page.GetByLabel("Password").FillAsync("Demo-campus-1");
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in" }).ClickAsync();
    }

    /// <summary>Books a room that has to be approved, later than anything else: also a long list begins with it.</summary>
    private async Task<int> BookPendingAsync()
    {
        var rooms = await demo.Staff.GetFromJsonAsync<JsonElement>("api/rooms/");
        var roomId = rooms.EnumerateArray().First(room => room.GetProperty("requires_approval").GetBoolean()).GetProperty("id").GetInt32();
        for (var hour = 0; hour < 24; hour++)
        {
            var start = new DateTime(2029, 6, 1, hour, 0, 0, DateTimeKind.Utc);
            using var answer = await demo.Staff.PostAsJsonAsync(
                "api/reservations/", new { room_id = roomId, start, end = start.AddMinutes(45), purpose = "Board meeting", attendees = 1 });
            if (answer.IsSuccessStatusCode)
            {
                return (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetInt32();
            }
        }

        throw new InvalidOperationException("No hour of that day is free.");
    }

    private static async Task<int> BookAsync(HttpClient client, int roomId, DateTime start, DateTime end)
    {
        using var answer = await client.PostAsJsonAsync("api/reservations/", new { room_id = roomId, start, end, purpose = "Next", attendees = 1 });
        answer.IsSuccessStatusCode.Should().BeTrue(await answer.Content.ReadAsStringAsync());
        return (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetInt32();
    }
}
