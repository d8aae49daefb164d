using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using RoomMonitor.Domain.Time;
using RoomMonitor.Tests.Support;
using static RoomMonitor.Tests.Browser.BookingSteps;

namespace RoomMonitor.Tests.Browser;

/// <summary>A browser that sees the server through a proxy, under a path: whatever asks for something beside it is told from.</summary>
[Collection(BrowserCollection.Name)]
public sealed partial class PathBaseBrowserTests(ChromiumFixture chromium) : IAsyncLifetime
{
    private const string Path = "/campus/rooms";

    private ServerProcess _server = null!;
    private PathProxy _proxy = null!;

    private Uri Start => new(_proxy.Address, $"{Path}/");

    public async Task InitializeAsync()
    {
        _server = await ServerProcess.StartAsync(null, "Demo:Seed=true", $"Clock:StartAt={DemoServerFixture.StartAt}", $"PathBase={Path}");
        _proxy = await PathProxy.StartAsync(_server.Address, Path);
    }

    public async Task DisposeAsync()
    {
        await _proxy.DisposeAsync();
        await _server.DisposeAsync();
    }

    [Fact]
    public async Task UnderAPath_PagesSocketsAndWorker_StayBelowIt()
    {
        var room = await FreeRoomAsync();
        var page = await OpenAsync();
        await SignInAsync(page);
        await LiveAsync(page);

        foreach (var link in new[] { "monitor", "reservations", "./" })
        {
            await page.Locator($"nav a[href='{link}']").First.ClickAsync();
            await page.WaitForURLAsync(new Uri(Start, link).ToString());
            await LiveAsync(page);
        }

        await page.GotoAsync($"rooms/{room}");
        await LiveAsync(page);
        await FillAsync(page, "2027-06-12", "10:00", "11:00");
        await Book(page).ClickAsync();
        await Assertions.Expect(Summary(page)).ToContainTextAsync("Booked:");
        var scope = await page.EvaluateAsync<string>("() => navigator.serviceWorker.ready.then(worker => worker.scope)");
        scope.Should().Be(Start.ToString());
        await page.GotoAsync("docs");
        await Assertions.Expect(page.GetByText("The status of all active rooms.").First).ToBeVisibleAsync();
        await page.GotoAsync("no/such/page");
        await page.Locator("main a[href='./']").ClickAsync();
        await page.WaitForURLAsync(Start.ToString());
        await LiveAsync(page);

        await page.GotoAsync($"kiosk/rooms/{room}");
        await Assertions.Expect(page.Locator("body.s-available")).ToHaveCountAsync(1);
        await BookNowAsync(room);
        await Assertions.Expect(page.Locator("body.s-occupied")).ToHaveCountAsync(1);
        var cookies = await page.Context.CookiesAsync();
        cookies.Should().NotBeEmpty().And.OnlyContain(cookie => cookie.Path.StartsWith(Path));
        _proxy.Strays.Where(stray => stray != "/favicon.ico").Should().BeEmpty();
        await MonitorLiveTests.CloseAsync(page);
    }

    private Task<IPage> OpenAsync() => chromium.OpenAsync(Start, "account/sign-in", workers: ServiceWorkerPolicy.Allow);

    private static async Task SignInAsync(IPage page)
    {
        await page.FillAsync("#email", Staff);
        await page.FillAsync("#password", ChromiumFixture.DemoPassword);
        await page.Locator("main form button[type=submit]").ClickAsync();
    }

    private async Task<int> FreeRoomAsync()
    {
        using var client = await _server.ClientAsync();
        var rooms = await client.GetFromJsonAsync<JsonElement>("api/rooms/");
        var approved = rooms.EnumerateArray().Where(room => room.GetProperty("requires_approval").GetBoolean()).Select(room => room.GetProperty("id").GetInt32()).ToHashSet();
        var free = await client.GetFromJsonAsync<JsonElement>("api/rooms/status/?status=free");
        return free.EnumerateArray().OrderByDescending(room => room.GetProperty("free_until").GetString()).Select(room => room.GetProperty("room_id").GetInt32())
            .First(room => !approved.Contains(room));
    }

    private async Task BookNowAsync(int room)
    {
        using var staff = await _server.ClientAsync(Staff);
        var now = DateTime.Parse(CampusNow().Match(await staff.GetStringAsync("monitor")).Groups[1].Value, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal);
        var start = WholeMinutes.AtOrBefore(now);
        using var answer = await staff.PostAsJsonAsync(
            "api/reservations/", new { room_id = room, start, end = start.AddMinutes(30), purpose = "Browser test", attendees = 1 });
        answer.IsSuccessStatusCode.Should().BeTrue(await answer.Content.ReadAsStringAsync());
    }

    [GeneratedRegex("data-campus-now=\"([^\"]+)")]
    private static partial Regex CampusNow();
}
