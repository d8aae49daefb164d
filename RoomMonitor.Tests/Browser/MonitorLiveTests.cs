using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using RoomMonitor.Tests.Support;

namespace RoomMonitor.Tests.Browser;

[Collection(BrowserCollection.Name)]
public sealed class MonitorLiveTests(ChromiumFixture chromium, DemoServerFixture demo)
{
    [Fact]
    public async Task Reservation_MadeOverRest_AppearsInTwoBrowsersWithoutAReload()
    {
        var first = await chromium.OpenAsync(demo.Server.Address, "/monitor?view=table");
        var second = await chromium.OpenAsync(demo.Server.Address, "/monitor", width: 390, theme: ColorScheme.Dark);
        var room = await demo.FreeRoomAsync();
        var (id, name) = (room.GetProperty("room_id").GetInt32(), room.GetProperty("room_name").GetString()!);
        foreach (var page in new[] { first, second })
        {
            await SearchAsync(page, name);
            await Assertions.Expect(Room(page, id)).ToContainTextAsync("Available");
            await page.EvaluateAsync("window.untouched = true");
        }

        var reservation = await demo.BookNowAsync(id, TimeSpan.FromMinutes(25));

        await Assertions.Expect(Room(first, id)).ToContainTextAsync("Occupied");
        await Assertions.Expect(Room(second, id)).ToContainTextAsync("Occupied");
        await demo.CancelAsync(reservation);
        await Assertions.Expect(Room(first, id)).ToContainTextAsync("Available");
        await Assertions.Expect(Room(second, id)).ToContainTextAsync("Available");
        (await first.EvaluateAsync<bool>("window.untouched === true")).Should().BeTrue("the page was not loaded again");
        (await second.EvaluateAsync<bool>("window.untouched === true")).Should().BeTrue("the page was not loaded again");
        await CloseAsync(first, second);
    }

    [Fact]
    public async Task Status_WhenTheEndIsReached_FlipsByThePassingOfTime()
    {
        var page = await chromium.OpenAsync(demo.Server.Address, "/monitor");
        var room = await demo.FreeRoomAsync();
        var id = room.GetProperty("room_id").GetInt32();
        await SearchAsync(page, room.GetProperty("room_name").GetString()!);

        await demo.BookNowAsync(id, TimeSpan.FromSeconds(15));

        await Assertions.Expect(Room(page, id)).ToContainTextAsync("Ending soon");
        await Assertions.Expect(Room(page, id)).ToContainTextAsync("Available");
        await CloseAsync(page);
    }

    [Fact]
    [Trait("Category", "Long")]
    public async Task Countdown_WhenTheMinuteTurns_CountsOnWithoutTheServer()
    {
        var page = await chromium.OpenAsync(demo.Server.Address, "/monitor");
        var room = await demo.FreeRoomAsync();
        var id = room.GetProperty("room_id").GetInt32();
        await SearchAsync(page, room.GetProperty("room_name").GetString()!);
        var reservation = await demo.BookNowAsync(id, TimeSpan.FromSeconds(570));
        var countdown = Room(page, id).Locator(".countdown room-countdown");
        await Assertions.Expect(countdown).ToHaveTextAsync(new Regex(@"^free in \d+ min$"));

        // A copy outside of what the circuit renders: no update of the server reaches it.
        await countdown.EvaluateAsync("element => document.body.appendChild(element.cloneNode(true)).id = 'copy'");
        var copy = page.Locator("#copy");
        var minutes = int.Parse(Regex.Match(await copy.InnerTextAsync(), @"\d+").Value, CultureInfo.InvariantCulture);
        var patience = new LocatorAssertionsToHaveTextOptions { Timeout = 120_000 };

        await Assertions.Expect(copy).ToHaveTextAsync($"free in {minutes - 1} min", patience);
        await Assertions.Expect(countdown).ToHaveTextAsync($"free in {minutes - 1} min", patience);
        await demo.CancelAsync(reservation);
        await CloseAsync(page);
    }

    internal static ILocator Room(IPage page, int id) => page.Locator($"[data-room='{id}']");

    internal static async Task SearchAsync(IPage page, string text) => await page.GetByRole(AriaRole.Searchbox).FillAsync(text);

    internal static async Task CloseAsync(params IPage[] pages)
    {
        foreach (var page in pages)
        {
            await page.Context.CloseAsync();
        }
    }
}
