using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using RoomMonitor.Tests.Support;

namespace RoomMonitor.Tests.Browser;

[Collection(ScreenCollection.Name)]
public sealed class ServerRestartTests(ChromiumFixture chromium, StoppableServerFixture stoppable) : IClassFixture<StoppableServerFixture>
{
    private readonly ServerProcess _server = stoppable.Server;

    [Fact]
    public async Task Server_StoppedAndStartedAgain_ThePageComesBackByItself()
    {
        var page = await chromium.OpenAsync(_server.Address, "/monitor?view=table&q=study", height: 400);

        await page.Mouse.MoveAsync(600, 600);
        await page.EvaluateAsync("scrollTo(0, 60)");
        await _server.StopAsync();
        await Connection(page, "reconnecting");
        await Assertions.Expect(page.Locator(".note.reconnecting")).ToHaveTextAsync(AsOf());
        var attempt = page.Locator("html[data-connection=reconnecting] [data-connection-attempt]");
        await Assertions.Expect(attempt).ToHaveTextAsync(new Regex("^attempt [1-5] of 5$"));
        await Assertions.Expect(attempt).ToBeVisibleAsync();
        await Connection(page, "offline");
        await Assertions.Expect(page.Locator(".note.offline")).ToHaveTextAsync(AsOf());
        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = "Reconnect" })).ToBeVisibleAsync();

        await _server.StartAgainAsync();
        await Connection(page, "live");

        await Assertions.Expect(page.Locator("tr[data-room]").First).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Searchbox)).ToHaveValueAsync("study");
        await Assertions.Expect(page.GetByText("Live again")).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByText("while you were away.")).ToHaveCountAsync(1);
        await page.WaitForFunctionAsync("() => scrollY === 60");
        await MonitorLiveTests.CloseAsync(page);
    }

    [Fact]
    public async Task Reconnect_ClickedWhenTheServerIsBack_BringsThePageBack()
    {
        var page = await chromium.OpenAsync(_server.Address, "/monitor?view=table&q=study");
        await _server.StopAsync();
        await Connection(page, "offline");

        // Once the pause that runs is over, no other ends by itself: without the click the page would stay offline.
        await page.RunAndWaitForRequestAsync(
            () => page.EvaluateAsync("() => { const real = setTimeout; window.setTimeout = (run, pause) => pause === 10_000 ? 0 : real(run, pause); }"),
            "**/health/ready");
        await _server.StartAgainAsync();
        await Connection(page, "offline");
        await page.GetByRole(AriaRole.Button, new() { Name = "Reconnect" }).ClickAsync();

        await Connection(page, "live");
        await Assertions.Expect(page.Locator("tr[data-room]").First).ToBeVisibleAsync();
        await MonitorLiveTests.CloseAsync(page);
    }

    [Fact]
    public async Task BookingForm_HalfFilledWhenTheServerRestarts_KeepsItsTextUntilItIsSent()
    {
        using var staff = await _server.ClientAsync("staff@demo.local");
        var rooms = await staff.GetFromJsonAsync<JsonElement>("api/rooms/");
        var path = $"/rooms/{rooms.EnumerateArray().First(room => !room.GetProperty("requires_approval").GetBoolean()).GetProperty("id").GetInt32()}";
        var page = await chromium.OpenAsync(_server.Address, path, user: "staff@demo.local");
        var (purpose, people) = (page.Locator("[name=purpose]"), page.Locator("[name=people]"));
        await purpose.FillAsync("Half-written");
        await people.FillAsync("3");

        await _server.StopAsync();
        await Connection(page, "reconnecting");
        await purpose.PressAsync("End");
        await purpose.PressSequentiallyAsync(", and on");
        await _server.StartAgainAsync();
        await Connection(page, "live");

        await Assertions.Expect(purpose).ToHaveValueAsync("Half-written, and on");
        await Assertions.Expect(people).ToHaveValueAsync("3");
        new Uri(page.Url).AbsolutePath.Should().Be(path);

        // The circuit knows it too.
        await page.Locator(".in-panel button[type=submit]").ClickAsync();
        await Assertions.Expect(page.Locator(".t-success").First).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator("draft-done")).ToHaveCountAsync(1);
        (await staff.GetStringAsync("api/reservations/?mine=true&page_size=200")).Should().Contain("Half-written, and on");
        await page.ReloadAsync();
        await Connection(page, "live");
        await Assertions.Expect(purpose).ToHaveValueAsync("");
        await MonitorLiveTests.CloseAsync(page);
    }

    /// <summary>"as of 14:32:10", "true at 14:32:10".</summary>
    private static Regex AsOf() => new(@" \d{2}:\d{2}:\d{2}[ .]");

    private static async Task Connection(IPage page, string state) =>
        await page.WaitForSelectorAsync($"html[data-connection={state}]", new() { State = WaitForSelectorState.Attached });
}
