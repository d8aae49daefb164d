using Microsoft.Playwright;

namespace RoomMonitor.Tests.Support;

/// <summary>A server of its own for tests that change what the demo users have chosen.</summary>
public sealed class ProfileServerFixture : IAsyncLifetime
{
    public ServerProcess Server { get; private set; } = null!;

    public async Task InitializeAsync() =>
        Server = await ServerProcess.StartAsync(null, "Demo:Seed=true", $"Clock:StartAt={DemoServerFixture.StartAt}", "RateLimits:RequestsPerMinute=100000", "Accounts:AccessTokenMinutes=240");

    public async Task DisposeAsync() => await Server.DisposeAsync();

    public static async Task WaitForLiveAsync(IPage page) =>
        await page.WaitForSelectorAsync("html[data-connection=live]", new PageWaitForSelectorOptions { State = WaitForSelectorState.Attached });
}
