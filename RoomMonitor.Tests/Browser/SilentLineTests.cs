using Microsoft.Playwright;
using RoomMonitor.Tests.Support;

namespace RoomMonitor.Tests.Browser;

/// <summary>A page whose line goes silent. Its clock is driven.</summary>
[Collection(BrowserCollection.Name)]
public sealed class SilentLineTests(ChromiumFixture chromium, DemoServerFixture demo)
{
    [Fact]
    public async Task Page_WithoutANetworkAndThenOnASilentLine_SaysSoAtOnceAndEndsEachTry()
    {
        await using var line = NetworkLine.To(demo.Server.Address);
        var page = await chromium.OpenAsync(line.Address, "/monitor", prepare: page => page.Clock.InstallAsync());
        await page.Clock.PauseAtAsync(TimeProvider.System.GetUtcNow().UtcDateTime.AddSeconds(2));
        await Connection(page, "live");
        line.IsSilent = true;

        // No time passes: the browser's word is enough.
        await page.EvaluateAsync("dispatchEvent(new Event('offline'))");
        await Connection(page, "reconnecting");

        // Nobody answers the tries, and each has its end.
        var attempt = page.Locator("html[data-connection=reconnecting] [data-connection-attempt]");
        await Assertions.Expect(attempt).ToHaveTextAsync("attempt 1 of 5");
        await page.Clock.RunForAsync(5_100);
        await Assertions.Expect(attempt).ToHaveTextAsync("attempt 2 of 5");
        for (var second = 0; second < 4; second++)
        {
            await page.Clock.RunForAsync(1_000);
        }

        await page.Clock.RunForAsync(5_100);
        await Assertions.Expect(attempt).ToHaveTextAsync("attempt 3 of 5");

        line.IsSilent = false;
        await page.Clock.ResumeAsync();
        await Connection(page, "live");
        await Assertions.Expect(page.Locator("#blazor-error-ui")).ToBeHiddenAsync();
        await MonitorLiveTests.CloseAsync(page);
    }

    private static async Task Connection(IPage page, string state) =>
        await page.WaitForSelectorAsync($"html[data-connection={state}]", new() { State = WaitForSelectorState.Attached });
}
