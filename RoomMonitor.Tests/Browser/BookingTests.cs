using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using RoomMonitor.Tests.Support;
using static RoomMonitor.Tests.Browser.BookingSteps;

namespace RoomMonitor.Tests.Browser;

[Collection(BrowserCollection.Name)]
public sealed class BookingTests(ChromiumFixture chromium, DemoServerFixture demo)
{
    /// <summary>A Saturday that the board knows.</summary>
    private const string Soon = "2026-11-28";

    /// <summary>A Saturday beyond the board: only the database tells whether a room is free then.</summary>
    private const string Later = "2026-12-12";

    /// <summary>A Saturday on which no other test books, in whichever room.</summary>
    private const string Alone = "2027-06-12";

    [Fact]
    public async Task Book_ByKeyboardAlone_BooksAndSaysSo()
    {
        await using var room = await BookingRoom.TakeAsync(demo);
        var page = await chromium.OpenRoomAsync(demo.Server.Address, room.Id);
        await FillAsync(page, Soon, "10:00", "11:00");
        await page.Locator("body").EvaluateAsync("body => document.activeElement.blur()");

        await TabToAsync(page, "booking-purpose");
        await page.Keyboard.PressAsync("Control+A");
        await page.Keyboard.TypeAsync(BookingRoom.Purpose);
        await TabToAsync(page, "booking-people");
        await page.Keyboard.PressAsync("Control+A");
        await page.Keyboard.TypeAsync("2");

        // Busy from the keystroke on.
        await page.EvaluateAsync("window.busy = false; addEventListener('click', () => window.busy = document.querySelector('.in-panel .button').matches('[data-pending][aria-busy=true]'))");
        await page.Keyboard.PressAsync("Enter");

        await Assertions.Expect(Summary(page)).ToContainTextAsync("Booked:");
        (await page.EvaluateAsync<bool>("window.busy")).Should().BeTrue();
        await Assertions.Expect(page.Locator("form#booking [data-unreached]")).ToBeHiddenAsync();
        page.Url.Should().NotContain("purpose");
        await Assertions.Expect(Summary(page).GetByRole(AriaRole.Link, new() { Name = "Calendar file" })).ToHaveAttributeAsync("href", new Regex("/reservations/\\d+[.]ics$"));
        var reservation = (await room.BookedAsync(Soon)).Should().ContainSingle().Subject;
        reservation.GetProperty("attendees").GetInt32().Should().Be(2);
        reservation.GetProperty("start_time").GetString().Should().Be("10:00");
        await MonitorLiveTests.CloseAsync(page);
    }

    [Fact]
    public async Task Book_TwoPeopleAtOnce_OneGetsTheRoomAndTheOtherAnAlternative()
    {
        await using var room = await BookingRoom.TakeAsync(demo);
        var pages = new[] { await chromium.OpenRoomAsync(demo.Server.Address, room.Id), await chromium.OpenRoomAsync(demo.Server.Address, room.Id, Administrator) };
        foreach (var page in pages)
        {
            await FillAsync(page, Alone, "14:15", "15:15");
        }

        await Task.WhenAll(pages.Select(page => Book(page).ClickAsync()));

        var outcomes = await Task.WhenAll(pages.Select(async page =>
        {
            var either = page.Locator("modal-dialog dialog[open], .summary:has-text('Booked:')");
            await Assertions.Expect(either).ToHaveCountAsync(1);
            return await page.Locator("modal-dialog dialog[open]").CountAsync();
        }));
        outcomes.Sum().Should().Be(1, "one of the two was faster");
        var late = pages[outcomes[0] == 1 ? 0 : 1];
        await Assertions.Expect(late.Locator("modal-dialog h2")).ToBeFocusedAsync();
        await Assertions.Expect(late.Locator("modal-dialog .alternative")).ToHaveCountAsync(5);
        await Assertions.Expect(late.Locator("modal-dialog input").First).ToBeCheckedAsync();
        (await room.BookedAsync(Alone)).Should().ContainSingle();

        await late.Locator("modal-dialog .buttons .button").Last.ClickAsync();

        await Assertions.Expect(late.Locator("modal-dialog")).ToHaveCountAsync(0);
        await Assertions.Expect(Summary(late)).ToContainTextAsync(new Regex("^(Booked|Asked for): "));
        await Assertions.Expect(late.Locator("#booking-purpose")).ToHaveValueAsync(BookingRoom.Purpose);
        (await room.BookedAsync(Alone)).Should().ContainSingle("the other one is in another room");
        await MonitorLiveTests.CloseAsync(pages);
    }

    [Fact]
    public async Task Conflict_Escape_ClosesAndGivesTheFocusBack()
    {
        await using var room = await BookingRoom.TakeAsync(demo);
        var (first, second) = (await chromium.OpenRoomAsync(demo.Server.Address, room.Id, Administrator), await chromium.OpenRoomAsync(demo.Server.Address, room.Id));
        await FillAsync(first, Later, "14:30", "15:00");
        await FillAsync(second, Later, "14:15", "15:15");
        await Book(first).ClickAsync();
        await Assertions.Expect(Summary(first)).ToContainTextAsync("Booked:");
        await Book(second).FocusAsync();
        await second.Keyboard.PressAsync("Enter");
        await Assertions.Expect(second.Locator("modal-dialog dialog[open]")).ToBeVisibleAsync();

        await second.Keyboard.PressAsync("Escape");

        await Assertions.Expect(second.Locator("modal-dialog")).ToHaveCountAsync(0);
        await Assertions.Expect(Book(second)).ToBeFocusedAsync();
        await Assertions.Expect(second.Locator("#booking-from")).ToHaveValueAsync("14:15");
        await MonitorLiveTests.CloseAsync(first, second);
    }

    [Fact]
    public async Task Form_TimeIsTakenMeanwhile_SaysSoAtOnceAndBookIsOff()
    {
        await using var room = await BookingRoom.TakeAsync(demo);
        var (first, second) = (await chromium.OpenRoomAsync(demo.Server.Address, room.Id, Administrator), await chromium.OpenRoomAsync(demo.Server.Address, room.Id));
        await FillAsync(second, Soon, "14:15", "15:15");
        await FillAsync(first, Soon, "14:30", "15:00");

        await Book(first).ClickAsync();

        await Assertions.Expect(Summary(second)).ToContainTextAsync("Taken:");
        await Assertions.Expect(Book(second)).ToHaveAttributeAsync("aria-disabled", "true");
        await Assertions.Expect(second.Locator("#booking-purpose")).ToHaveValueAsync(BookingRoom.Purpose);
        await MonitorLiveTests.CloseAsync(first, second);
    }

    [Theory]
    [InlineData(Soon)]
    [InlineData(Later)]
    public async Task Book_DoubleClick_BooksOnce(string day)
    {
        await using var room = await BookingRoom.TakeAsync(demo);
        var page = await chromium.OpenRoomAsync(demo.Server.Address, room.Id);
        await FillAsync(page, day, "16:00", "17:00");

        await Book(page).DblClickAsync();

        await Assertions.Expect(Summary(page)).ToContainTextAsync("Booked:");
        (await room.BookedAsync(day)).Should().ContainSingle();
        await Assertions.Expect(page.Locator("modal-dialog")).ToHaveCountAsync(0);
        await MonitorLiveTests.CloseAsync(page);
    }

    [Fact]
    public async Task Book_ConnectionIsLostRightAfterTheClick_BookedAgainIsOneReservation()
    {
        await using var room = await BookingRoom.TakeAsync(demo);
        var (page, line) = await OpenOverALineAsync(room.Id);
        await FillAsync(page, Later, "16:00", "17:00");
        line.IsCut = true;
        await Book(page).ClickAsync();
        await BookedAsync(page, room.Id, Later);

        line.IsCut = false;
        await page.ReloadAsync();
        await LiveAsync(page);
        await Assertions.Expect(page.Locator("#booking-purpose")).ToHaveValueAsync(BookingRoom.Purpose);
        await Assertions.Expect(page.Locator("#booking-from")).ToHaveValueAsync("16:00");
        await Book(page).ClickAsync();

        await Assertions.Expect(Summary(page)).ToContainTextAsync("Booked:");
        await Assertions.Expect(page.Locator("modal-dialog")).ToHaveCountAsync(0);
        (await room.BookedAsync(Later)).Should().ContainSingle();
        await MonitorLiveTests.CloseAsync(page);
    }

    [Fact]
    public async Task Book_ConnectionIsLostAndAnotherTimeIsChosen_TellsWhatWasBookedAndBooksNoMore()
    {
        await using var room = await BookingRoom.TakeAsync(demo);
        var (page, line) = await OpenOverALineAsync(room.Id);
        await FillAsync(page, Soon, "16:00", "17:00");
        line.IsCut = true;
        await Book(page).ClickAsync();
        await BookedAsync(page, room.Id, Soon);

        line.IsCut = false;
        await page.ReloadAsync();
        await LiveAsync(page);
        await Assertions.Expect(Summary(page)).ToContainTextAsync("Taken:");
        await Assertions.Expect(page.Locator("#booking-purpose")).ToHaveValueAsync(BookingRoom.Purpose);
        await page.Locator("#booking-day").FillAsync(Later);
        await Assertions.Expect(Summary(page)).Not.ToContainTextAsync("Taken:");
        await Book(page).ClickAsync();

        await Assertions.Expect(Summary(page)).ToContainTextAsync("Booked:");
        (await room.BookedAsync(Soon)).Should().ContainSingle();
        (await room.BookedAsync(Later)).Should().BeEmpty();
        await MonitorLiveTests.CloseAsync(page);
    }

    [Fact]
    public async Task BookNow_TwoClicks_BookTheRoom()
    {
        await using var room = await BookingRoom.TakeAsync(demo);
        var page = await chromium.OpenRoomAsync(demo.Server.Address, room.Id);
        var menu = page.Locator("menu-popover .menu");

        await page.Locator(".panel button[aria-expanded]").ClickAsync();
        await Assertions.Expect(menu).ToBeInViewportAsync();
        await Assertions.Expect(menu.Locator("button").First).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(menu).ToHaveCountAsync(0);
        await Assertions.Expect(page.Locator(".panel button[aria-expanded]")).ToBeFocusedAsync();
        await page.Locator(".panel button[aria-expanded]").ClickAsync();
        await menu.Locator("button").First.ClickAsync();

        await Assertions.Expect(page.Locator(".panel button[aria-expanded]")).ToHaveCountAsync(0);
        (await room.BookedAsync("2026-11-24")).Should().ContainSingle().Which.GetProperty("purpose").GetString().Should().Be(BookingRoom.OnTheSpot);
        await MonitorLiveTests.CloseAsync(page);
    }

    /// <summary>A page whose circuit runs over a line that the test can cut: what the server answers is lost then.</summary>
    private async Task<(IPage Page, CutLine Line)> OpenOverALineAsync(int room)
    {
        var page = await chromium.OpenRoomAsync(demo.Server.Address, room);
        var line = new CutLine();
        await page.RouteWebSocketAsync(new Regex("/_blazor"), line.Connect);
        await page.ReloadAsync();
        await LiveAsync(page);
        return (page, line);
    }

    private static async Task BookedAsync(IPage page, int room, string day) => await page.WaitForFunctionAsync(
        "async address => (await (await fetch(address)).json()).count > 0", string.Create(CultureInfo.InvariantCulture, $"/api/reservations/?room_id={room}&date={day}&status=confirmed"));

    /// <summary>The first day moves the last one along, and the answer that says so comes when that was typed long ago.</summary>
    [Fact]
    public async Task Form_TypedOnASlowLine_KeepsWhatWasTypedLast()
    {
        await using var room = await BookingRoom.TakeAsync(demo);
        var (page, line) = await OpenOverALineAsync(room.Id);
        await page.Locator("#booking-day").FillAsync("2026-11-28");
        await page.Locator("#booking-end-day").FillAsync("2026-11-30");
        await Assertions.Expect(Book(page)).ToContainTextAsync("30 Nov");

        line.Hold();
        await page.Locator("#booking-day").FillAsync("2026-12-12");
        await page.Locator("#booking-end-day").FillAsync("2026-12-13");
        line.Release();

        await Assertions.Expect(Book(page)).ToContainTextAsync("13 Dec");
        await Assertions.Expect(page.Locator("#booking-end-day")).ToHaveValueAsync("2026-12-13");
        await MonitorLiveTests.CloseAsync(page);
    }

    /// <summary>The line was dead before the time was typed: the address never heard of it.</summary>
    [Fact]
    public async Task Form_TypedOnADeadLine_KeepsItsTimeOverAReload()
    {
        await using var room = await BookingRoom.TakeAsync(demo);
        var (page, line) = await OpenOverALineAsync(room.Id);
        line.IsCut = true;
        await page.Locator("#booking-day").FillAsync(Later);
        await page.Locator("#booking-from").FillAsync("23:30");
        await page.Locator("#booking-to").FillAsync("23:45");
        await page.Locator("#booking-end-day").FillAsync(Later);
        await page.Locator("#booking-purpose").FillAsync(BookingRoom.Purpose);
        page.Url.Should().NotContain("start=");

        line.IsCut = false;
        await page.ReloadAsync();
        await LiveAsync(page);

        await Assertions.Expect(page).ToHaveURLAsync(new Regex("2026-12-12"));
        await Assertions.Expect(page.Locator("#booking-from")).ToHaveValueAsync("23:30");
        await Assertions.Expect(page.Locator("#booking-to")).ToHaveValueAsync("23:45");
        await Assertions.Expect(page.Locator("#booking-end-day")).ToHaveValueAsync(Later);
        await Assertions.Expect(page.Locator("#booking-purpose")).ToHaveValueAsync(BookingRoom.Purpose);
        await MonitorLiveTests.CloseAsync(page);
    }

    private static async Task TabToAsync(IPage page, string id)
    {
        for (var presses = 0; presses < 60; presses++)
        {
            if (await page.EvaluateAsync<string>("document.activeElement.id") == id)
            {
                return;
            }

            await page.Keyboard.PressAsync("Tab");
        }

        throw new InvalidOperationException($"{id} can't be reached by Tab.");
    }
}
