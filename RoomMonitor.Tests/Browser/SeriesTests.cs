using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using RoomMonitor.Tests.Support;
using static RoomMonitor.Tests.Browser.BookingSteps;

namespace RoomMonitor.Tests.Browser;

/// <summary>Recurring reservations, from the booking form to the last cancellation.</summary>
[Collection(BrowserCollection.Name)]
public sealed class SeriesTests(ChromiumFixture chromium, DemoServerFixture demo)
{
    /// <summary>Beyond the demo's own reservations.</summary>
    private static readonly string[] _saturdays = ["2026-12-05", "2026-12-12", "2026-12-19", "2026-12-26"];

    [Fact]
    public async Task Series_TwoInTheWay_OneSkippedAndOneMoved_ThenChangedAndCancelled()
    {
        await using var room = await BookingRoom.TakeAsync(demo);
        using var administrator = await demo.Server.ClientAsync(Administrator);
        await TakeAsync(administrator, room.Id, _saturdays[1]);
        await TakeAsync(administrator, room.Id, _saturdays[2]);
        var page = await chromium.OpenRoomAsync(demo.Server.Address, room.Id);
        await FillAsync(page, _saturdays[0], "10:00", "11:00");

        await page.GetByLabel("Repeat this reservation").CheckAsync();
        await page.GetByLabel("How many times").FillAsync("4");
        await page.GetByLabel("How many times").BlurAsync();
        await Assertions.Expect(page.Locator(".sentence")).ToHaveTextAsync("Every week on Saturday, 4 times");
        await Assertions.Expect(page.Locator(".occurrences .summary")).ToContainTextAsync("2 of 4");
        await Assertions.Expect(Occurrence(page, 1)).ToContainTextAsync("Taken 10:30");
        var book = page.Locator(".recurring").GetByRole(AriaRole.Button, new() { NameRegex = new Regex("^Book ") });
        await Assertions.Expect(book).ToBeDisabledAsync();

        await Occurrence(page, 1).GetByRole(AriaRole.Button, new() { NameRegex = new Regex("^Skip") }).ClickAsync();
        await Assertions.Expect(Occurrence(page, 1)).ToContainTextAsync("Left out");
        await Occurrence(page, 2).GetByRole(AriaRole.Button, new() { NameRegex = new Regex("^Move") }).ClickAsync();
        await Occurrence(page, 2).GetByLabel("From", new() { Exact = true }).FillAsync("12:00");
        await Occurrence(page, 2).GetByLabel("To", new() { Exact = true }).FillAsync("13:00");
        await ShouldBeCleanAsync(page);
        await Occurrence(page, 2).GetByRole(AriaRole.Button, new() { Name = "Take this time" }).ClickAsync();
        await Assertions.Expect(Occurrence(page, 2)).ToContainTextAsync("Moved");
        await Assertions.Expect(book).ToHaveTextAsync("Book 3 reservations");
        await book.DblClickAsync();

        await Assertions.Expect(page.Locator("[data-toast]").First).ToContainTextAsync("3 reservations booked");
        await Assertions.Expect(page.Locator(".recurring .done")).ToContainTextAsync("3 reservations booked");
        (await StartsAsync(room)).Should().Equal("2026-12-05 10:00", "2026-12-19 12:00", "2026-12-26 10:00");

        await page.GotoAsync("/reservations");
        await LiveAsync(page);
        var first = page.Locator(".item").Filter(new() { HasText = BookingRoom.Purpose }).First;
        await first.Locator("xpath=ancestor::li[1]").Locator("summary").ClickAsync();
        var last = page.Locator(".item").Filter(new() { HasText = "Sat 26 Dec" });
        await last.GetByRole(AriaRole.Button, new() { NameRegex = new Regex("^Move") }).ClickAsync();
        var dialog = page.GetByRole(AriaRole.Dialog);
        await dialog.GetByLabel("This one and those after it").CheckAsync();
        await Assertions.Expect(dialog.GetByLabel("Day")).ToBeDisabledAsync();
        await dialog.GetByLabel("From", new() { Exact = true }).FillAsync("15:00");
        await dialog.GetByLabel("To", new() { Exact = true }).FillAsync("16:00");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Move it" }).ClickAsync();
        await Assertions.Expect(dialog).ToHaveCountAsync(0);
        (await StartsAsync(room)).Should().Equal("2026-12-05 10:00", "2026-12-19 12:00", "2026-12-26 15:00");

        await first.GetByRole(AriaRole.Button, new() { NameRegex = new Regex("^Cancel") }).ClickAsync();
        await dialog.GetByLabel("All of the series that have not begun").CheckAsync();
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Cancel 2 reservations" }).ClickAsync();
        await Assertions.Expect(dialog).ToHaveCountAsync(0);
        (await StartsAsync(room)).Should().Equal(["2026-12-26 15:00"], "what was changed from some day on is a series of its own");
        await MonitorLiveTests.CloseAsync(page);
    }

    [Fact]
    public async Task Series_SomebodyIsFasterWithOneDay_NothingIsBookedAndTheDayIsShown()
    {
        await using var room = await BookingRoom.TakeAsync(demo);
        using var administrator = await demo.Server.ClientAsync(Administrator);
        var page = await chromium.OpenRoomAsync(demo.Server.Address, room.Id, width: 360, theme: ColorScheme.Dark);
        await FillAsync(page, _saturdays[0], "17:00", "18:00");
        await page.GetByLabel("Repeat this reservation").CheckAsync();
        await Assertions.Expect(page.Locator(".occurrences .summary")).ToContainTextAsync("All 15 are free");
        await ShouldBeCleanAsync(page);

        var taken = await TakeAsync(administrator, room.Id, _saturdays[3], hour: 17);
        await page.Locator(".recurring").GetByRole(AriaRole.Button, new() { Name = "Book 15 reservations" }).ClickAsync();

        await Assertions.Expect(page.Locator(".recurring .refusal")).ToContainTextAsync("Nothing was booked for you.");
        await Assertions.Expect(Occurrence(page, 3)).ToContainTextAsync("Taken 17:30");
        (await StartsAsync(room)).Should().BeEmpty();
        (await administrator.PostAsync($"api/reservations/{taken}/cancel/", null)).EnsureSuccessStatusCode();
        await MonitorLiveTests.CloseAsync(page);
    }

    private static ILocator Occurrence(IPage page, int index) => page.Locator(".occurrences li").Nth(index);

    private static async Task ShouldBeCleanAsync(IPage page)
    {
        (await PageLook.AxeAsync(page)).Should().BeEmpty();
        (await PageLook.OverflowAsync(page)).Should().BeLessThanOrEqualTo(0);
    }

    /// <summary>Half an hour of a Saturday, from half past on.</summary>
    private static async Task<string> TakeAsync(HttpClient client, int roomId, string day, int hour = 10)
    {
        var start = DateTime.Parse(day, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal).AddHours(hour).AddMinutes(30);
        using var answer = await client.PostAsJsonAsync(
            "api/reservations/", new { room_id = roomId, start, end = start.AddMinutes(30), purpose = BookingRoom.OnTheSpot, attendees = 1 });
        answer.IsSuccessStatusCode.Should().BeTrue(await answer.Content.ReadAsStringAsync());
        return (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetInt32().ToString(CultureInfo.InvariantCulture);
    }

    private static async Task<List<string>> StartsAsync(BookingRoom room)
    {
        List<string> starts = [];
        foreach (var day in _saturdays)
        {
            starts.AddRange((await room.BookedAsync(day))
                .Where(reservation => reservation.GetProperty("purpose").GetString() == BookingRoom.Purpose)
                .Select(reservation => $"{day} {reservation.GetProperty("start_time").GetString()}"));
        }

        return starts;
    }
}
