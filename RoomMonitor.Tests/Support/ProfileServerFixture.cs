using Microsoft.Playwright;

namespace RoomMonitor.Tests.Support;

/// <summary>A server of its own for tests that change what the demo users have chosen.</summary>
public sealed class ProfileServerFixture : IAsyncLifetime
{
    public ServerProcess Server { get; private set; } = null!;

    public async Task InitializeAsync() =>
        Server = await ServerProcess.StartAsync(null, "Demo:Seed=true", $"Clock:StartAt={DemoServerFixture.StartAt}", "RateLimits:RequestsPerMinute=100000");

    public async Task DisposeAsync() => await Server.DisposeAsync();

    /// <summary>A person who has signed in, on the page of the path.</summary>
    public static async Task SignInAsync(IPage page, string path, string email = "staff@demo.local")
    {
        await page.GotoAsync($"/account/sign-in?returnUrl={Uri.EscapeDataString(path)}");
        await page.Locator("#email").FillAsync(email);
        await page.Locator("#password").FillAsync("Demo-campus-1");
        await page.Locator("main form button[type=submit]").ClickAsync();
        await WaitForLiveAsync(page);
    }

    public static async Task WaitForLiveAsync(IPage page) =>
        await page.WaitForSelectorAsync("html[data-connection=live]", new PageWaitForSelectorOptions { State = WaitForSelectorState.Attached });
}
