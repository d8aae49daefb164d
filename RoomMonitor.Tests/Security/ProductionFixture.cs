using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using RoomMonitor.Tests.Support;
using RoomMonitor.Tests.WebSockets;

namespace RoomMonitor.Tests.Security;

/// <summary>A server in Production for the tests of one class.</summary>
public sealed class ProductionFixture : IAsyncLifetime
{
    private readonly EventLog _log = new();

    public RoomMonitorApp App { get; } = new RoomMonitorApp().WithEnvironment("Production");

    /// <summary>How often something was logged.</summary>
    public int Logged(int eventId) => _log.Count(eventId);

    public Task InitializeAsync()
    {
        App.WithServices(services => services.AddSingleton<ILoggerProvider>(_log));
        return Task.CompletedTask;
    }

    public async Task DisposeAsync() => await App.DisposeAsync();
}
