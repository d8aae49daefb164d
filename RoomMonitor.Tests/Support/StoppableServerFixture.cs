namespace RoomMonitor.Tests.Support;

/// <summary>A server with the demo campus, at the time that it is, for tests that stop it: each leaves it running.</summary>
public sealed class StoppableServerFixture : IAsyncLifetime
{
    public ServerProcess Server { get; private set; } = null!;

    public async Task InitializeAsync() => Server = await ServerProcess.StartAsync(null, "Demo:Seed=true", "RateLimits:RequestsPerMinute=100000");

    public async Task DisposeAsync() => await Server.DisposeAsync();
}
