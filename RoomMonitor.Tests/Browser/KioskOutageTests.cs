using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using RoomMonitor.Tests.Support;

namespace RoomMonitor.Tests.Browser;

/// <summary>Screens whose server is gone, slow to come back, or another one. Their clock is driven.</summary>
[Collection(ScreenCollection.Name)]
public sealed class KioskOutageTests(ChromiumFixture chromium, KioskOutageTests.Campus campus) : IAsyncLifetime, IClassFixture<KioskOutageTests.Campus>
{
    private const int Room = 6;

    private readonly DateTime _start = TimeProvider.System.GetUtcNow().UtcDateTime;

    private readonly ServerProcess _server = campus.Server;
    private NetworkLine _line = null!;

    public Task InitializeAsync()
    {
        _line = NetworkLine.To(_server.Address);
        return Task.CompletedTask;
    }

    public async Task DisposeAsync() => await _line.DisposeAsync();

    [Fact]
    public async Task Server_StoppedForThreeMinutes_StatusesTurnAtTheirSecondAndTheAgeIsShown()
    {
        var (reservation, start, end) = await BookSoonAsync();
        await using var door = await OpenAsync($"/kiosk/rooms/{Room}");
        await using var overview = await OpenAsync("/kiosk/overview?building=Main%20Building");
        await using var free = await OpenAsync("/kiosk/free?building=Main%20Building");
        await Assertions.Expect(overview.Live).ToHaveTextAsync("Live");
        await door.IsAsync("available");
        await Assertions.Expect(door.Lead).ToHaveTextAsync($"until {start:HH:mm}");
        await door.Page.EvaluateAsync("""
            () => {
              const says = () => `${document.querySelector('[data-k=clock]').textContent} ${document.body.className}`;
              let left = '';
              window.turns = [];
              new MutationObserver(() => window.turns.push({ left, says: says() })).observe(document.body, { attributeFilter: ['class'] });
              new MutationObserver(() => { left = document.querySelector('[data-k=left]').textContent || left; })
                .observe(document.querySelector('[data-k=left]'), { subtree: true, childList: true, characterData: true });
            }
            """);

        await _server.StopAsync();
        KioskScreen[] screens = [door, overview, free];
        foreach (var screen in screens)
        {
            await screen.PassAsync(TimeSpan.FromMinutes(3));
        }

        await door.IsAsync("occupied");
        var turns = (await door.Page.EvaluateAsync<JsonElement>("window.turns")).EnumerateArray().ToList();
        turns.Should().ContainSingle("only the beginning of the reservation lay in these minutes");
        turns[0].GetProperty("left").GetString().Should().Be("1 min left", "a second before it was free");
        turns[0].GetProperty("says").GetString().Should().Be($"{start:HH:mm} door s-occupied");
        await Assertions.Expect(door.Note).ToHaveTextAsync(new Regex(@"^as of 14:\d\d"));
        await Assertions.Expect(door.Lead).ToHaveTextAsync($"until {end:HH:mm}");
        await Assertions.Expect(overview.Live).ToHaveTextAsync(new Regex(@"^as of 14:\d\d$"));
        await Assertions.Expect(overview.Page.Locator($"[data-room='{Room}']")).ToHaveClassAsync("row s-occupied");
        await Assertions.Expect(free.Page.Locator($"[data-room='{Room}']")).ToBeHiddenAsync();

        foreach (var screen in screens)
        {
            await screen.PassAsync(TimeSpan.FromMinutes(2.5));
        }

        await door.IsAsync("unknown");
        await Assertions.Expect(door.Lead).ToHaveTextAsync("no connection");
        await Assertions.Expect(door.Page.Locator("[data-k=fact-1]")).ToHaveTextAsync($"Available until {start:HH:mm}");
        await Assertions.Expect(door.Page.Locator("[data-k=now-line]")).ToBeHiddenAsync();
        await Assertions.Expect(overview.Page.Locator(".row:visible:not(.s-unknown)")).ToHaveCountAsync(0);
        await Assertions.Expect(overview.Page.Locator("[data-k=lost]")).ToContainTextAsync("No connection since 14:");
        await Assertions.Expect(free.Page.Locator(".row:visible")).ToHaveCountAsync(0);
        await Assertions.Expect(free.Page.Locator("[data-k=none] b")).ToHaveTextAsync("No current information");
        await Assertions.Expect(free.Page.Locator("[data-k=none-next]")).ToHaveTextAsync(new Regex(@"^At 14:\d\d: \d+ of \d+ rooms free$"));

        await _server.StartAgainAsync();
        foreach (var screen in screens)
        {
            await ComeBackAsync(screen);
        }

        await Assertions.Expect(door.Note).Not.ToContainTextAsync("as of");
        await Assertions.Expect(door.Page.Locator("body:not(.s-unknown)")).ToHaveCountAsync(1);
        await Assertions.Expect(overview.Live).ToHaveTextAsync("Live");
        await Assertions.Expect(free.Live).ToHaveTextAsync("Live");
        await CancelAsync(reservation);
    }

    [Theory]
    [InlineData("/kiosk/rooms/6")]
    [InlineData("/kiosk/overview?building=Main%20Building")]
    [InlineData("/kiosk/free?building=Main%20Building")]
    public async Task Server_AnotherVersionAfterwards_PageLoadsAgainOnceItIsReady(string path)
    {
        await using var screen = await OpenAsync(path);
        var page = screen.Page;
        await page.EvaluateAsync("window.untouched = true");
        await _server.StopAsync();
        await screen.PassAsync(TimeSpan.FromSeconds(5));
        var asked = 0;
        await page.RouteAsync("**/kiosk/version", route => route.FulfillAsync(new RouteFulfillOptions { ContentType = "application/json", Body = """{"version":"another"}""" }));
        await page.RouteAsync("**/health/ready", route => route.FulfillAsync(new RouteFulfillOptions { Status = ++asked < 3 ? 503 : 200, Body = """{"status":"healthy","checks":{"occupancy":"healthy"}}""" }));
        await _server.StartAgainAsync();

        for (var turn = 0; turn < 40 && asked < 3; turn++)
        {
            (await page.EvaluateAsync<bool>("window.untouched === true")).Should().BeTrue("the server isn't ready yet");
            await screen.PassAsync(TimeSpan.FromSeconds(3));
        }

        await page.WaitForFunctionAsync("() => window.untouched !== true && document.documentElement.dataset.beat !== undefined");
        asked.Should().BeGreaterThanOrEqualTo(3);

        // Still another one, as where two versions answer in turn: it doesn't load again and again.
        await page.EvaluateAsync("window.untouched = true");
        await screen.PassAsync(TimeSpan.FromSeconds(60));
        (await page.EvaluateAsync<bool>("window.untouched === true")).Should().BeTrue();
    }

    [Theory]
    [InlineData("/kiosk/rooms/6")]
    [InlineData("/kiosk/overview?building=Main%20Building")]
    [InlineData("/kiosk/free?building=Main%20Building")]
    public async Task Network_CutAndBack_IsLiveAgain(string path)
    {
        await using var screen = await OpenAsync(path);
        var isDoor = path.Contains("rooms", StringComparison.Ordinal);
        var says = isDoor ? screen.Note : screen.Live;
        await Assertions.Expect(says).ToHaveTextAsync(isDoor ? "" : "Live");
        await screen.HeardAsync();

        // A door hears from its room each 30 s, an overview each minute: one that didn't says how old it is.
        _line.IsSilent = true;
        await screen.PassAsync(TimeSpan.FromSeconds(36));
        await Assertions.Expect(says).ToHaveTextAsync(isDoor ? new Regex("^as of") : new Regex("^Live$"));

        _line.IsDown = true;
        _line.IsSilent = false;
        _line.Cut();
        await Assertions.Expect(says).ToHaveTextAsync(isDoor ? new Regex("^as of") : new Regex("^Trying again$"));
        await screen.PassAsync(TimeSpan.FromSeconds(95));
        await Assertions.Expect(says).ToHaveTextAsync(new Regex("^as of"));
        await Assertions.Expect(screen.Page.Locator("body.s-unknown, .row.s-unknown")).ToHaveCountAsync(0);

        _line.IsDown = false;
        await ComeBackAsync(screen);
        if (isDoor)
        {
            // What it says instead is that its driven clock is fast.
            await Assertions.Expect(says).Not.ToContainTextAsync("as of");
        }
        else
        {
            await Assertions.Expect(says).ToHaveTextAsync("Live");
        }
    }

    /// <summary>However long the timetable is trusted: past what was read of it nobody knows.</summary>
    [Fact]
    public async Task Screen_PastItsSchedule_IsUnknown()
    {
        await using var server = await ServerProcess.StartAsync(
            null, "Demo:Seed=true", $"Clock:StartAt={DemoServerFixture.StartAt}", "RateLimits:RequestsPerMinute=100000", "Kiosk:UnknownAfterSeconds=86400");
        await using var line = NetworkLine.To(server.Address);
        await using var door = await KioskScreen.OpenAsync(chromium, line.Address, $"/kiosk/rooms/{Room}", _start);
        line.IsDown = true;
        line.Cut();

        await door.Page.Clock.FastForwardAsync((long)TimeSpan.FromHours(23.5).TotalMilliseconds);
        await door.PassAsync(TimeSpan.FromSeconds(2));
        await Assertions.Expect(door.Page.Locator("body.s-unknown")).ToHaveCountAsync(0);

        await door.Page.Clock.FastForwardAsync((long)TimeSpan.FromHours(0.6).TotalMilliseconds);
        await door.PassAsync(TimeSpan.FromSeconds(2));
        await door.IsAsync("unknown");
    }

    [Fact]
    public async Task Page_WhoseScriptsHang_IsCovered()
    {
        await using var door = await OpenAsync($"/kiosk/rooms/{Room}");
        (await CoverAsync()).Should().Be("0");

        // As after the minute that it takes.
        await door.Page.Locator(".lapse").EvaluateAsync("cover => { for (const animation of cover.getAnimations()) { animation.finish(); } }");

        (await CoverAsync()).Should().Be("1");
        await door.PassAsync(TimeSpan.FromSeconds(7));
        (await CoverAsync()).Should().Be("0", "the next beat of the page takes it away");

        Task<string> CoverAsync() => door.Page.Locator(".lapse").EvaluateAsync<string>("cover => getComputedStyle(cover).opacity");
    }

    /// <summary>
    /// A screen that has begun to poll tries its socket ever more rarely, and says as of when it is until then. Its clock is driven in small
    /// steps: what it sends is really under way meanwhile.
    /// </summary>
    private static async Task ComeBackAsync(KioskScreen screen)
    {
        for (var turn = 0; turn < 150 && !await IsLiveAsync(screen); turn++)
        {
            await screen.PassAsync(TimeSpan.FromSeconds(3));
        }
    }

    /// <summary>An overview says so. A door says nothing then, but that its driven clock is fast.</summary>
    private static async Task<bool> IsLiveAsync(KioskScreen screen)
    {
        try
        {
            const float Moment = 300;
            await (await screen.Live.CountAsync() > 0
                ? Assertions.Expect(screen.Live).ToHaveTextAsync("Live", new() { Timeout = Moment })
                : Assertions.Expect(screen.Note).Not.ToContainTextAsync("as of", new() { Timeout = Moment }));
            return true;
        }
        catch (PlaywrightException)
        {
            return false;
        }
    }

    private Task<KioskScreen> OpenAsync(string path) => KioskScreen.OpenAsync(chromium, _line.Address, path, _start);

    /// <summary>A room that is free for two more minutes at least, and held after.</summary>
    private async Task<(int Id, DateTime Start, DateTime End)> BookSoonAsync()
    {
        using var staff = await _server.ClientAsync("staff@demo.local");
        var now = (await staff.GetFromJsonAsync<JsonElement>($"api/rooms/{Room}/schedule/")).GetProperty("timestamp").GetDateTime().ToUniversalTime();
        var start = new DateTime(now.Ticks / TimeSpan.TicksPerMinute * TimeSpan.TicksPerMinute, DateTimeKind.Utc).AddMinutes(2);
        var end = start.AddMinutes(30);
        using var answer = await staff.PostAsJsonAsync("api/reservations/", new { room_id = Room, start, end, purpose = "Soon", attendees = 2 });
        answer.IsSuccessStatusCode.Should().BeTrue(await answer.Content.ReadAsStringAsync());
        return ((await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetInt32(), start, end);
    }

    private async Task CancelAsync(int reservation)
    {
        using var staff = await _server.ClientAsync("staff@demo.local");
        (await staff.PostAsync($"api/reservations/{reservation}/cancel/", null)).EnsureSuccessStatusCode();
    }

    /// <summary>A server that tests stop: each leaves it running. Its afternoon begins anew with each start.</summary>
    public sealed class Campus : IAsyncLifetime
    {
        public ServerProcess Server { get; private set; } = null!;

        public async Task InitializeAsync() =>
            Server = await ServerProcess.StartAsync(null, "Demo:Seed=true", $"Clock:StartAt={DemoServerFixture.StartAt}", "RateLimits:RequestsPerMinute=100000");

        public async Task DisposeAsync() => await Server.DisposeAsync();
    }
}
