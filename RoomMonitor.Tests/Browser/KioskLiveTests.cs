using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using RoomMonitor.Tests.Support;

namespace RoomMonitor.Tests.Browser;

/// <summary>Screens while their server answers.</summary>
[Collection(ScreenCollection.Name)]
public sealed class KioskLiveTests(ChromiumFixture chromium, DemoServerFixture demo) : IAsyncLifetime
{
    private readonly BorrowedRooms _rooms = new(demo);

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await _rooms.DisposeAsync();

    [Fact]
    public async Task Reservation_MadeElsewhere_IsOnDoorOverviewAndDirectoryAtOnce()
    {
        var room = await _rooms.TakeAsync();
        await using var door = await OpenAsync($"/kiosk/rooms/{room}");
        await using var ink = await OpenAsync($"/kiosk/rooms/{room}?eink=1");

        // Large enough to show the building on two pages: what isn't on the screen isn't drawn.
        var building = (await demo.Staff.GetFromJsonAsync<JsonElement>($"api/rooms/{room}/schedule/")).GetProperty("building").GetString()!;
        await using var overview = await KioskScreen.OpenAsync(
            chromium, demo.Server.Address, $"/kiosk/overview?building={Uri.EscapeDataString(building)}", width: 1920, height: 1080);
        await using var free = await OpenAsync("/kiosk/free");
        await door.IsAsync("available");
        await Assertions.Expect(overview.Live).ToHaveTextAsync("Live");
        await door.Page.EvaluateAsync("window.untouched = true");

        var reservation = await _rooms.BookAsync(room);

        await door.IsAsync("occupied");
        await Assertions.Expect(door.Page.Locator("[data-k=fact-1]")).ToContainTextAsync("1 of ");
        await Assertions.Expect(door.Page.Locator(".block.current:visible")).ToHaveCountAsync(1);
        await ink.IsAsync("occupied");
        await Assertions.Expect(Row(overview, room)).ToHaveClassAsync("row s-occupied");
        await Assertions.Expect(Row(free, room)).ToBeHiddenAsync();
        await _rooms.CancelAsync(reservation);
        await door.IsAsync("available");
        await ink.IsAsync("available");
        await Assertions.Expect(Row(overview, room)).ToHaveClassAsync("row s-available");
        (await door.Page.EvaluateAsync<bool>("window.untouched === true")).Should().BeTrue("the page was not loaded again");
    }

    /// <summary>A schedule that was made before a change, and comes after its message.</summary>
    [Fact]
    public async Task Schedule_OlderThanAChange_TakesNothingBack()
    {
        var room = await _rooms.TakeAsync();
        var (asked, release) = (new TaskCompletionSource(), new TaskCompletionSource());
        var reads = 0;
        await using var door = await KioskScreen.OpenAsync(
            chromium, demo.Server.Address, $"/kiosk/rooms/{room}", prepare: page => page.RouteAsync($"**/api/rooms/{room}/schedule/", async route =>
            {
                var answer = await route.FetchAsync();
                if (Interlocked.Increment(ref reads) == 1)
                {
                    asked.TrySetResult();
                    await release.Task;
                }

                await route.FulfillAsync(new RouteFulfillOptions { Response = answer });
            }));
        await asked.Task.WaitAsync(TimeSpan.FromMilliseconds(ChromiumFixture.Patience));

        await _rooms.BookAsync(room);
        await door.IsAsync("occupied");
        await door.Page.EvaluateAsync("""
            () => {
              window.seen = [];
              new MutationObserver(() => window.seen.push(document.body.className)).observe(document.body, { attributeFilter: ['class'] });
            }
            """);
        release.SetResult();
        for (var turn = 0; turn < 50 && Volatile.Read(ref reads) < 2; turn++)
        {
            await Task.Delay(100);
        }

        Volatile.Read(ref reads).Should().BeGreaterThan(1, "what was outdated is read again");
        await door.IsAsync("occupied");
        (await door.Page.EvaluateAsync<string>("window.seen.join()")).Should().NotContain("available");
    }

    [Fact]
    public async Task Sockets_Blocked_NeverClaimsToBeLive()
    {
        await using var line = NetworkLine.To(demo.Server.Address);
        line.BlocksSockets = true;
        await using var overview = await KioskScreen.OpenAsync(chromium, line.Address, "/kiosk/overview?building=Main%20Building");

        await Assertions.Expect(overview.Live).ToHaveTextAsync(new Regex(@"^as of 14:\d\d$"));
        await Assertions.Expect(overview.Page.Locator(".row.s-unknown")).ToHaveCountAsync(0);
        await Assertions.Expect(overview.Page.Locator(".live")).ToHaveClassAsync("live not");
    }

    /// <summary>It wakes without a network: what it knew before is not to be shown as if it were now.</summary>
    [Fact]
    public async Task Screen_SleptForHoursAndIsCutOff_IsUnknownWithinSeconds()
    {
        await using var line = NetworkLine.To(demo.Server.Address);
        var now = TimeProvider.System.GetUtcNow().UtcDateTime;
        await using var overview = await KioskScreen.OpenAsync(chromium, line.Address, "/kiosk/overview?building=Main%20Building", now);
        await Assertions.Expect(overview.Live).ToHaveTextAsync("Live");
        line.IsDown = true;
        line.Cut();

        await overview.Page.Clock.SetSystemTimeAsync(now.AddHours(8));
        await overview.PassAsync(TimeSpan.FromSeconds(8));

        await Assertions.Expect(overview.Page.Locator(".row:visible:not(.s-unknown)")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Errors_OneAfterTheOther_PageLoadsAgain()
    {
        await using var door = await OpenAsync($"/kiosk/rooms/{await _rooms.TakeAsync()}", TimeProvider.System.GetUtcNow().UtcDateTime);
        await door.Page.EvaluateAsync("window.untouched = true; for (let turn = 0; turn < 10; turn++) { reportError(new Error('drawing')); }");

        await door.PassAsync(TimeSpan.FromSeconds(6));

        await door.Page.WaitForFunctionAsync("() => window.untouched !== true && document.documentElement.dataset.beat !== undefined");
    }

    [Fact]
    public async Task Door_CutOff_GoesOnIntoItsLastQuarter()
    {
        var room = await _rooms.TakeAsync();
        var reservation = await demo.BookNowAsync(room, TimeSpan.FromMinutes(17));
        await using var line = NetworkLine.To(demo.Server.Address);
        await using var door = await KioskScreen.OpenAsync(chromium, line.Address, $"/kiosk/rooms/{room}", TimeProvider.System.GetUtcNow().UtcDateTime);
        await door.IsAsync("occupied");
        await Assertions.Expect(door.Page.Locator("[data-k=left]")).ToHaveTextAsync(new Regex("^1[67] min left$"));
        line.IsDown = true;
        line.Cut();

        await door.PassAsync(TimeSpan.FromMinutes(2.5));

        await door.IsAsync("ending");
        await Assertions.Expect(door.Lead).ToHaveTextAsync(new Regex(@"^free in 1[45] min$"));
        await demo.CancelAsync(reservation);
    }

    [Theory]
    [InlineData("/kiosk/rooms/{room}")]
    [InlineData("/kiosk/overview")]
    [InlineData("/kiosk/free")]
    public async Task Clock_WrongByTenMinutes_ChangesNothingAndIsTold(string pattern)
    {
        var room = await _rooms.TakeAsync();
        var path = pattern.Replace("{room}", room.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);
        await using var right = await OpenAsync(path);
        await using var wrong = await OpenAsync(path, TimeProvider.System.GetUtcNow().UtcDateTime.AddMinutes(-10));
        await IsRightAsync();
        await Assertions.Expect(wrong.Page.Locator("[data-k=note]")).ToContainTextAsync("slow");
        await SameClockAsync();

        await wrong.Page.Clock.SetSystemTimeAsync(TimeProvider.System.GetUtcNow().UtcDateTime.AddMinutes(10));

        await Assertions.Expect(wrong.Page.Locator("[data-k=note]")).ToHaveTextAsync(new Regex("clock of this screen (9|10|11) min fast"));
        await IsRightAsync();
        await SameClockAsync();

        Task IsRightAsync() => path.Contains("rooms", StringComparison.Ordinal) ? wrong.IsAsync("available") : Assertions.Expect(wrong.Live).ToHaveTextAsync("Live");

        async Task SameClockAsync()
        {
            for (var attempt = 0; ; attempt++)
            {
                var (one, other) = (await right.Page.Locator("[data-k=clock]").TextContentAsync(), await wrong.Page.Locator("[data-k=clock]").TextContentAsync());
                if (one == other || attempt == 5)
                {
                    // Once more where the minute has just passed.
                    other.Should().Be(one);
                    return;
                }
            }
        }
    }

    [Fact]
    public async Task Overview_MoreThanFits_TurnsItsPagesByItself()
    {
        await using var overview = await OpenAsync("/kiosk/overview", TimeProvider.System.GetUtcNow().UtcDateTime);
        var page = overview.Page.Locator("[data-k=page]");
        await Assertions.Expect(page).ToHaveTextAsync(new Regex("^Page 1 of [0-9]+$"));
        var first = await overview.Page.Locator(".row:visible h2").AllTextContentsAsync();

        await overview.PassAsync(TimeSpan.FromSeconds(13));

        await Assertions.Expect(page).ToHaveTextAsync(new Regex("^Page 2 of"));
        var second = await overview.Page.Locator(".row:visible h2").AllTextContentsAsync();
        second.Should().HaveCount(5).And.NotIntersectWith(first);
    }

    [Fact]
    public async Task Directory_Rooms_AreInOrderOfHowLongTheyStayFree()
    {
        await using var free = await OpenAsync("/kiosk/free");
        await Assertions.Expect(free.Live).ToHaveTextAsync("Live");

        var order = await free.Page.EvaluateAsync<bool>("""
            () => {
              const items = [...document.querySelectorAll('[data-k=rows] > *')].filter(item => item.checkVisibility());
              const left = item => { const [, days, hours, minutes] = /(?:(\d+) d ?)?(?:(\d+) h ?)?(?:(\d+) min)?/.exec(item.querySelector('.when span').textContent); return item.querySelector('.when span').textContent === '' ? Infinity : item.querySelector('.when span').textContent === 'rest of the day' ? 1440 : (days ?? 0) * 1440 + (hours ?? 0) * 60 + Number(minutes ?? 0); };
              return items.length > 3 && items.every((item, index) => {
                const before = items[index - 1];
                return !item.matches('.row') || !before?.matches('.row') || left(before) >= left(item);
              });
            }
            """);

        order.Should().BeTrue();
        await Assertions.Expect(free.Page.Locator(".row:visible").First).ToHaveClassAsync("row s-available");
    }

    [Fact]
    public async Task Ink_NothingChanges_NothingIsDrawn()
    {
        var room = await _rooms.TakeAsync();
        await using var line = NetworkLine.To(demo.Server.Address);
        await using var ink = await KioskScreen.OpenAsync(chromium, line.Address, $"/kiosk/rooms/{room}?eink=1", TimeProvider.System.GetUtcNow().UtcDateTime);
        await Assertions.Expect(ink.Note).ToHaveTextAsync(new Regex("^as of"));
        line.IsDown = true;
        line.Cut();
        await ink.Page.EvaluateAsync("""
            () => {
              window.drawn = 0;
              new MutationObserver(records => { window.drawn += records.length; }).observe(document.body, { subtree: true, childList: true, attributes: true, characterData: true });
            }
            """);

        await ink.PassAsync(TimeSpan.FromSeconds(80));

        (await ink.Page.EvaluateAsync<int>("window.drawn")).Should().Be(0);
    }

    private Task<KioskScreen> OpenAsync(string path, DateTime? time = null) => KioskScreen.OpenAsync(chromium, demo.Server.Address, path, time);

    private static ILocator Row(KioskScreen screen, int room) => screen.Page.Locator($"[data-room='{room}']");
}
