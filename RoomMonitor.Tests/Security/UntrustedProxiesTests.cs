using System.Net;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using RoomMonitor.Tests.Support;
using RoomMonitor.Tests.WebSockets;

namespace RoomMonitor.Tests.Security;

public sealed class UntrustedProxiesTests
{
    private const int NotTrusted = 907;

    [Theory]
    [InlineData(null, 1)]
    [InlineData("10.0.0.5", 0)]
    public async Task Forwarded_WhereNoProxyIsTrusted_IsSaidOnceAndNoted(string? proxy, int times)
    {
        using var log = new EventLog();
        await using var app = new RoomMonitorApp().WithServices(services => services.AddSingleton<ILoggerProvider>(log));
        if (proxy is not null)
        {
            app.With("ForwardedHeaders:KnownProxies:0", proxy);
        }

        using var client = app.CreateClient();
        var before = await client.GetJsonAsync("/health/ready");
        client.DefaultRequestHeaders.Add("X-Forwarded-For", "203.0.113.7");
        for (var request = 0; request < 3; request++)
        {
            await client.GetAsync("/api/rooms/");
        }

        var after = await client.GetJsonAsync("/health/ready");

        log.Count(NotTrusted).Should().Be(times);
        before.TryGetProperty("notes", out _).Should().BeFalse();
        after.GetProperty("status").GetString().Should().Be("healthy", "pages and screens wait for that word");
        (after.TryGetProperty("notes", out var notes) && notes.GetProperty("proxy").GetString()!.Contains("KnownProxies", StringComparison.Ordinal)).Should().Be(times > 0);
    }
}
