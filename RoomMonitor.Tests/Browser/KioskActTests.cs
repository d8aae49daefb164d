using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using RoomMonitor.Tests.Support;

namespace RoomMonitor.Tests.Browser;

/// <summary>What a registered screen lets people do at the door, with a line to the server that only notes what is asked for.</summary>
[Collection(ScreenCollection.Name)]
public sealed class KioskActTests(ChromiumFixture chromium, DemoServerFixture demo) : IAsyncLifetime
{
    private const string Line = """
        window.asked = [];
        window.answer = { ok: true, status: 200 };
        const ask = (...words) => { window.asked.push(words.join(' ')); return Promise.resolve(window.answer); };
        export function connectDevice(events) {
          window.events = events;
          return {
            report: facts => { window.facts = facts; },
            book: (room, minutes) => ask('book', room, minutes),
            checkIn: id => ask('check-in', id),
            extend: (id, minutes) => ask('extend', id, minutes),
            end: id => ask('end', id),
            schedule: () => Promise.resolve({ ok: false, status: 503 }),
          };
        }
        """;

    private readonly BorrowedRooms _rooms = new(demo);

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await _rooms.DisposeAsync();

    [Fact]
    public async Task FreeRoom_TwoTaps_Book()
    {
        var room = await _rooms.TakeAsync();
        await using var door = await OpenAsync(room);
        await Assertions.Expect(Act(door, "30 min")).ToBeVisibleAsync();
        (await Act(door, "30 min").BoundingBoxAsync())!.Height.Should().BeGreaterThanOrEqualTo(50);
        var (stops, unseen) = await FocusRing.TabThroughAsync(door.Page);
        stops.Should().BeGreaterThan(1);
        unseen.Should().BeEmpty();

        await Act(door, "30 min").ClickAsync();
        await Assertions.Expect(door.Page.Locator(".acts p")).ToHaveTextAsync(new Regex(@"^Book this room until \d\d:\d\d\?$"));
        (await AskedAsync(door)).Should().BeEmpty();
        await Act(door, "Book").ClickAsync();

        await Assertions.Expect(door.Page.Locator(".acts p")).ToHaveTextAsync(new Regex("^Booked until"));
        (await AskedAsync(door)).Should().Be($"book {room} 30");
        await door.PassAsync(TimeSpan.FromSeconds(8));
        await Assertions.Expect(Act(door, "30 min")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Question_NotAnswered_GoesBackByItself()
    {
        await using var door = await OpenAsync(await _rooms.TakeAsync());
        await Act(door, "15 min").ClickAsync();
        await Assertions.Expect(Act(door, "Back")).ToBeVisibleAsync();

        await door.PassAsync(TimeSpan.FromSeconds(21));

        await Assertions.Expect(Act(door, "15 min")).ToBeVisibleAsync();
        (await AskedAsync(door)).Should().BeEmpty();
    }

    [Fact]
    public async Task HeldRoom_TwoTaps_ExtendAndEnd()
    {
        var room = await _rooms.TakeAsync();
        var reservation = await _rooms.BookAsync(room);
        await using var door = await OpenAsync(room);
        await Act(door, "End now").ClickAsync();
        await door.Page.EvaluateAsync("window.answer = { ok: false, status: 409 }");
        await Act(door, "End now").ClickAsync();

        await Assertions.Expect(door.Page.Locator(".acts p")).ToHaveTextAsync("This time has just been taken.");
        (await AskedAsync(door)).Should().Be(string.Create(CultureInfo.InvariantCulture, $"end {reservation}"));
    }

    [Fact]
    public async Task Registration_TakenBack_LeavesAnAnonymousScreen()
    {
        await using var door = await OpenAsync(await _rooms.TakeAsync());
        await Assertions.Expect(Act(door, "15 min")).ToBeVisibleAsync();

        await door.Page.EvaluateAsync("window.events.onIdentify({ name: 'Door of the tests', seconds: 10 })");
        await Assertions.Expect(door.Page.Locator("#identity b")).ToHaveTextAsync("Door of the tests");
        await door.PassAsync(TimeSpan.FromSeconds(11));
        await Assertions.Expect(door.Page.Locator("#identity")).ToBeHiddenAsync();

        await door.Page.EvaluateAsync("window.events.onRevoked()");
        await Assertions.Expect(door.Page.Locator("[data-k=acts]")).ToBeHiddenAsync();
        await Assertions.Expect(door.Note).ToHaveTextAsync(new Regex("^not registered any more"));
        await door.IsAsync("available");
    }

    /// <summary>Makes the page one of a screen that may book in its room.</summary>
    internal static async Task RegisterAsync(IPage page, int room)
    {
        await page.RouteAsync("**/js/kiosk/device.js", route => route.FulfillAsync(new RouteFulfillOptions { ContentType = "text/javascript", Body = Line }));
        await page.RouteAsync($"**/kiosk/rooms/{room}", async route =>
        {
            var answer = await route.FetchAsync();
            var device = $$"""{"id":1,"name":"Door","room_ids":[{{room}}],"shows_details":false,"may_book":true}""";
            await route.FulfillAsync(new RouteFulfillOptions { Response = answer, Body = (await answer.TextAsync()).Replace("\"device\":null", $"\"device\":{device}", StringComparison.Ordinal) });
        });
    }

    private Task<KioskScreen> OpenAsync(int room) => KioskScreen.OpenAsync(
        chromium,
        demo.Server.Address,
        $"/kiosk/rooms/{room}",
        TimeProvider.System.GetUtcNow().UtcDateTime,
        prepare: page => RegisterAsync(page, room));

    private static ILocator Act(KioskScreen door, string name) => door.Page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });

    private static Task<string> AskedAsync(KioskScreen door) => door.Page.EvaluateAsync<string>("window.asked.join()");
}
