using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Data.Sqlite;
using Microsoft.Playwright;
using RoomMonitor.Tests.Support;

namespace RoomMonitor.Tests.Browser;

/// <summary>What other people do appears as messages on the page of whom it concerns.</summary>
[Collection(BrowserCollection.Name)]
public sealed class ToastTests(ChromiumFixture chromium, DemoServerFixture demo)
{
    private const string Staff = "staff@demo.local";

    [Fact]
    public async Task WatchedRoom_FreedByAnotherPerson_IsSaidAndClosedByTheKeyboard()
    {
        var room = await demo.FreeRoomAsync();
        var id = room.GetProperty("room_id").GetInt32();
        await WatchAsync("admin@demo.local", id);
        var watcher = await chromium.OpenAsync(demo.Server.Address, "/monitor", user: "admin@demo.local");
        var bystander = await chromium.OpenAsync(demo.Server.Address, "/monitor");
        var reservation = await demo.BookNowAsync(id, TimeSpan.FromMinutes(25));
        var toasts = watcher.Locator("[data-toast]");
        await Assertions.Expect(toasts).ToContainTextAsync($"New reservation in {room.GetProperty("room_name").GetString()}");

        await demo.CancelAsync(reservation);

        // In the same place, as it is of the same room; held by the pointer, whatever the machine is busy with.
        await Assertions.Expect(toasts).ToContainTextAsync($"{room.GetProperty("room_name").GetString()} is now available");
        await Assertions.Expect(watcher.Locator("[role=status]").Filter(new() { Has = toasts })).ToHaveCountAsync(1);
        await watcher.Locator("[data-toast-close]").FocusAsync();
        await Assertions.Expect(watcher.Locator(".toasts.paused")).ToHaveCountAsync(1);
        await watcher.Keyboard.PressAsync("Escape");
        await Assertions.Expect(toasts).ToHaveCountAsync(0);
        await Assertions.Expect(bystander.Locator("[data-toast]")).ToHaveCountAsync(0);
        await MonitorLiveTests.CloseAsync(watcher, bystander);
    }

    [Fact]
    public async Task OwnReservation_CancelledByAnAdministrator_IsAnAlertThatStaysAndTakesNoFocus()
    {
        var page = await chromium.OpenAsync(demo.Server.Address, "/monitor", user: Staff);
        await page.GetByRole(AriaRole.Searchbox).FocusAsync();
        var reservation = await BookAsync(await demo.FreeRoomAsync());

        await CancelAsAdministratorAsync(reservation);

        var alert = page.GetByRole(AriaRole.Alert).Filter(new() { Has = page.Locator("[data-toast]") });
        await Assertions.Expect(alert).ToContainTextAsync("Your reservation was cancelled");
        await Assertions.Expect(alert.GetByRole(AriaRole.Link, new() { Name = "Rebook" })).ToHaveAttributeAsync("href", "rooms/" + await RoomOfAsync(reservation));
        await Assertions.Expect(page.GetByRole(AriaRole.Searchbox)).ToBeFocusedAsync();
        await Assertions.Expect(page.Locator(".life")).ToHaveCountAsync(0);
        await alert.GetByRole(AriaRole.Button).ClickAsync();
        await Assertions.Expect(page.Locator("[data-toast]")).ToHaveCountAsync(0);
        await MonitorLiveTests.CloseAsync(page);
    }

    [Theory]
    [InlineData("Light 1280, Dark 1280", 5)]
    [InlineData("Dark 360", 2)]
    public async Task SixMessages_AsManyAsFitAreShown_AndAxeFindsNothing(string given, int shown)
    {
        var looks = PageLook.Parse(given);
        var page = await chromium.OpenAsync(demo.Server.Address, "/monitor", looks[0].Width, user: Staff);
        var room = await demo.FreeRoomAsync();
        var more = page.Locator(".toasts .more");
        for (var number = 1; number <= 6; number++)
        {
            // What comes within a second would become one message.
            await page.WaitForTimeoutAsync(1_500);
            await CancelAsAdministratorAsync(await BookAsync(room, day: number));
            await Assertions.Expect(page.Locator("[data-toast]")).ToHaveCountAsync(Math.Min(number, shown));
            if (number > shown)
            {
                await Assertions.Expect(more).ToHaveTextAsync(number == shown + 1 ? "1 more message" : $"{number - shown} more messages");
            }
        }

        foreach (var look in looks)
        {
            await look.WearAsync(page);
            (await PageLook.AxeAsync(page)).Should().BeEmpty("nothing is wrong at {0}", look);
        }

        await page.Locator("[data-toast-close]").First.FocusAsync();
        for (var left = 5; left >= 0; left--)
        {
            // The focus goes on to the next one.
            await Assertions.Expect(page.Locator("[data-toast-close]:focus")).ToHaveCountAsync(1);
            await page.Keyboard.PressAsync("Enter");
            await Assertions.Expect(page.Locator("[data-toast]")).ToHaveCountAsync(Math.Min(left, shown));
            if (left > shown)
            {
                await Assertions.Expect(more).ToHaveTextAsync(left == shown + 1 ? "1 more message" : $"{left - shown} more messages");
            }
            else
            {
                await Assertions.Expect(more).ToHaveCountAsync(0);
            }
        }

        await MonitorLiveTests.CloseAsync(page);
    }

    [Fact]
    public async Task ManyOwnReservations_CancelledAtOnce_AreOneMessage()
    {
        var page = await chromium.OpenAsync(demo.Server.Address, "/monitor", user: Staff);
        var room = await demo.FreeRoomAsync();
        List<int> reservations = [];
        for (var day = 10; day < 22; day++)
        {
            reservations.Add(await BookAsync(room, day));
        }

        using var administrator = await demo.Server.ClientAsync("admin@demo.local");
        await Task.WhenAll(reservations.Select(id => administrator.PostAsync($"api/reservations/{id}/cancel/", null)));

        // The first ones may be told one by one.
        var toasts = page.Locator("[data-toast]");
        await Assertions.Expect(toasts.Filter(new() { HasTextRegex = new Regex("12 of your reservations were cancelled") })).ToHaveCountAsync(1);
        await Assertions.Expect(toasts).ToHaveCountAsync(1);
        await MonitorLiveTests.CloseAsync(page);
    }

    /// <summary>Books an hour of a free room some days ahead, early in the morning.</summary>
    private async Task<int> BookAsync(JsonElement room, int day = 1)
    {
        var start = new DateTime(2026, 11, 24, 4, 0, 0, DateTimeKind.Utc).AddDays(day);
        using var answer = await demo.Staff.PostAsJsonAsync("api/reservations/", new
        {
            room_id = room.GetProperty("room_id").GetInt32(),
            start,
            end = start.AddHours(1),
            purpose = "Browser test",
            attendees = 1,
        });
        answer.IsSuccessStatusCode.Should().BeTrue(await answer.Content.ReadAsStringAsync());
        return (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetInt32();
    }

    private async Task CancelAsAdministratorAsync(int reservation)
    {
        using var administrator = await demo.Server.ClientAsync("admin@demo.local");
        (await administrator.PostAsync($"api/reservations/{reservation}/cancel/", null)).EnsureSuccessStatusCode();
    }

    private async Task<string> RoomOfAsync(int reservation) =>
        (await demo.Staff.GetFromJsonAsync<JsonElement>($"api/reservations/{reservation}/")).GetProperty("room_id").GetInt32().ToString(CultureInfo.InvariantCulture);

    private async Task WatchAsync(string user, int roomId)
    {
        await using var database = new SqliteConnection($"Data Source={demo.Server.Database}");
        await database.OpenAsync();
        await using var command = database.CreateCommand();
        command.CommandText = "INSERT INTO Watches (UserId, RoomId) SELECT Id, $room FROM AspNetUsers WHERE UserName = $user";
        command.Parameters.AddWithValue("$room", roomId);
        command.Parameters.AddWithValue("$user", user);
        await command.ExecuteNonQueryAsync();
    }
}
