using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using RoomMonitor.Tests.WebSockets;
using RoomMonitor.Web.Security;
using RoomMonitor.Web.Sockets.Transport;

namespace RoomMonitor.Tests.Transport;

/// <summary>A real Kestrel with the product's transport, and nothing behind it. Each connection comes from an address of its own choice.</summary>
internal sealed class TransportServer : IAsyncDisposable
{
    public const string Page = "/";
    public const string Api = "/api/rooms/";

    private readonly WebApplication _app;

    private TransportServer(WebApplication app)
    {
        _app = app;
        Port = new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single()).Port;
    }

    public EventLog Log { get; private init; } = null!;

    public KestrelServerLimits Limits => _app.Services.GetRequiredService<IOptions<KestrelServerOptions>>().Value.Limits;

    private int Port { get; }

    public static async Task<TransportServer> StartAsync(TimeProvider clock, Dictionary<string, string?> settings)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Configuration.AddInMemoryCollection(settings);
        builder.Configuration["urls"] = "http://127.0.0.1:0";
        var log = new EventLog();
        builder.Logging.ClearProviders().AddProvider(log);
        builder.Services.AddSingleton(clock);
        builder.Services.AddOptions<ProxyOptions>().BindConfiguration("ForwardedHeaders");
        builder.AddRoomMonitorTransport();
        var app = builder.Build();
        app.UseRoomMonitorTransport();
        app.MapFallback(() => Results.Text("served"));
        await app.StartAsync();
        return new TransportServer(app) { Log = log };
    }

    public async Task<TransportClient> ConnectAsync(string from = "127.0.0.1")
    {
        var client = new Socket(SocketType.Stream, ProtocolType.Tcp);
        client.Bind(new IPEndPoint(IPAddress.Parse(from), 0));
        await client.ConnectAsync(IPAddress.Loopback, Port);
        return new TransportClient(client);
    }

    /// <summary>A connection that is served, and stays.</summary>
    public async Task<TransportClient> ServedAsync(string from = "127.0.0.1")
    {
        var client = await ConnectAsync(from);
        (await client.AskAsync(Page)).Should().StartWith("HTTP/1.1 200").And.EndWith("served");
        return client;
    }

    /// <summary>One that another one has made room for: that it is gone is known a moment later.</summary>
    public async Task<TransportClient> ServedInTheEndAsync(string from = "127.0.0.1")
    {
        while (true)
        {
            var client = await ConnectAsync(from);
            if ((await client.AskAsync(Page)).StartsWith("HTTP/1.1 200", StringComparison.Ordinal))
            {
                return client;
            }

            client.Dispose();
            await Task.Yield();
        }
    }

    /// <summary>What one more is told, once there is room for telling it: one address is told one thing at a time here, and else cut off.</summary>
    public async Task<string> ToldInTheEndAsync(string request)
    {
        while (true)
        {
            try
            {
                using var client = await ConnectAsync();
                if (await client.AskAsync(request) is { Length: > 0 } answer)
                {
                    return answer;
                }
            }
            catch (Exception exception) when (exception is SocketException or IOException)
            {
                await Task.Yield();
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
    }
}
