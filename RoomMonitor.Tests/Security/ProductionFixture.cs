using RoomMonitor.Tests.Support;

namespace RoomMonitor.Tests.Security;

/// <summary>A server in Production for the tests of one class.</summary>
public sealed class ProductionFixture : IAsyncLifetime
{
    public RoomMonitorApp App { get; } = new RoomMonitorApp().WithEnvironment("Production");

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await App.DisposeAsync();
}
