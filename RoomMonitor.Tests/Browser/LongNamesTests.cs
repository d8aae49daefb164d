using Microsoft.Data.Sqlite;
using Microsoft.Playwright;
using RoomMonitor.Tests.Support;

namespace RoomMonitor.Tests.Browser;

/// <summary>Names of 200 characters that break nowhere, and names from right to left: of rooms, buildings, purposes and of the campus.</summary>
[Collection(BrowserCollection.Name)]
public sealed class LongNamesTests(ChromiumFixture chromium, LongNamesTests.Campus campus) : IClassFixture<LongNamesTests.Campus>
{
    private static readonly string _long = new('W', 200);

    private static readonly string[] _pages =
        ["/", "/?q=no-such-room", "/monitor?group=building", $"/monitor?view=table&group=building&building={_long}", "/rooms/1", "/rooms/2", "/reservations", "/account"];

    private static readonly string[] _screens = ["/kiosk/rooms/1", "/kiosk/rooms/2", "/kiosk/rooms/1?eink=1", "/kiosk/overview", $"/kiosk/overview?building={_long}", "/kiosk/free"];

    private readonly ServerProcess _server = campus.Server;

    [Fact]
    public async Task Page_AnyWidth_StaysWhole()
    {
        var page = await chromium.OpenAsync(_server.Address, "/", user: BookingSteps.Staff);
        var broken = new List<string>();
        foreach (var path in _pages)
        {
            await page.GotoAsync(path);
            await page.WaitForSelectorAsync("html[data-connection=live]", new() { State = WaitForSelectorState.Attached });
            await Assertions.Expect(page.Locator("[aria-busy=true], .day.unread")).ToHaveCountAsync(0);
            foreach (var width in (int[])[360, 768, 1366, 1920])
            {
                await page.SetViewportSizeAsync(width, 768);
                var found = await page.EvaluateAsync<string[]>("""
                    () => {
                      const clips = item => item && item !== document.body && (getComputedStyle(item).overflowX !== 'visible' || clips(item.parentElement));
                      const outside = [...document.querySelectorAll('main *, header *, nav *')]
                        .filter(item => item.checkVisibility() && !item.closest('svg, .visually-hidden, .details') && !clips(item.parentElement))
                        .filter(item => { const box = item.getBoundingClientRect(); return box.width > 0 && (box.left < -1 || box.right > innerWidth + 1); })
                        .slice(0, 3).map(item => `${item.tagName.toLowerCase()}.${item.className} is outside`);
                      return document.documentElement.scrollWidth > document.documentElement.clientWidth ? ['it scrolls sideways', ...outside] : outside;
                    }
                    """);
                broken.AddRange(found.Select(what => $"{path[..Math.Min(40, path.Length)]} at {width}: {what}"));
            }

            await page.SetViewportSizeAsync(1366, 768);
            if (path.Contains("table", StringComparison.Ordinal))
            {
                (await page.EvaluateAsync<int>("(frame => frame.scrollWidth - frame.clientWidth)(document.querySelector('.frame'))")).Should().Be(0, "no column is cut");
            }

            if (path.StartsWith("/rooms", StringComparison.Ordinal))
            {
                await Assertions.Expect(page.Locator(".in-panel button[type=submit]")).ToBeInViewportAsync(new() { Ratio = 1 });
            }
        }

        broken.Should().BeEmpty();
        await MonitorLiveTests.CloseAsync(page);
    }

    [Fact]
    public async Task Screen_AnySize_StaysWhole()
    {
        var broken = new List<string>();
        foreach (var path in _screens)
        {
            await using var screen = await KioskScreen.OpenAsync(
                chromium, _server.Address, path, prepare: page => path == "/kiosk/rooms/2" ? KioskActTests.RegisterAsync(page, 2) : Task.CompletedTask);
            if (path == "/kiosk/rooms/2")
            {
                await Assertions.Expect(screen.Page.Locator(".act").First).ToBeVisibleAsync();
                await screen.Page.EvaluateAsync("name => { document.querySelector('[data-k=fact-2]').textContent = name; }", _long);
            }

            foreach (var (width, height) in new[] { (800, 480), (1280, 800), (1080, 1920) })
            {
                await PageLook.ResizeAsync(screen.Page, width, height);
                var faults = (await screen.OutsideAsync()).Concat(await screen.OverlapsAsync());
                broken.AddRange(faults.Take(3).Select(what => $"{path[..Math.Min(40, path.Length)]} at {width}: {what[..Math.Min(120, what.Length)]}"));
            }
        }

        broken.Should().BeEmpty();
    }

    public sealed class Campus : IAsyncLifetime
    {
        public ServerProcess Server { get; private set; } = null!;

        public async Task InitializeAsync()
        {
            Server = await ServerProcess.StartAsync(null, "Demo:Seed=true", $"Clock:StartAt={DemoServerFixture.StartAt}", $"Campus:Name={_long}", "RateLimits:RequestsPerMinute=100000");
            await Server.StopAsync();
            await using (var database = new SqliteConnection($"Data Source={Server.Database}"))
            {
                await database.OpenAsync();
                await using var command = database.CreateCommand();
                command.CommandText = """
                    UPDATE Rooms SET Name = $long, Building = $long WHERE Id IN (1, 3, 5);
                    UPDATE Rooms SET Name = 'חדר ישיבות 12 (צפון)', Building = 'בניין מרכזי' WHERE Id IN (2, 4);
                    UPDATE Reservations SET Purpose = $long, UserId = (SELECT Id FROM AspNetUsers WHERE UserName = 'staff@demo.local') WHERE RoomId IN (1, 2);
                    INSERT INTO Watches (UserId, RoomId) SELECT Id, 1 FROM AspNetUsers WHERE UserName = 'staff@demo.local';
                    """;
                command.Parameters.AddWithValue("$long", _long);
                await command.ExecuteNonQueryAsync();
            }

            await Server.StartAgainAsync();
        }

        public async Task DisposeAsync() => await Server.DisposeAsync();
    }
}
