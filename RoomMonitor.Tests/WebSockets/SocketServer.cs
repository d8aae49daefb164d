using System.Net.WebSockets;
using System.Threading.Channels;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using RoomMonitor.Domain.Time;
using RoomMonitor.Web.Realtime;
using RoomMonitor.Web.Sockets;
using RoomMonitor.Web.Sockets.Transport;

namespace RoomMonitor.Tests.WebSockets;

/// <summary>A campus on a real Kestrel, whose time only passes when a test says so.</summary>
internal sealed class SocketServer : IAsyncDisposable
{
    /// <summary>Half past twelve on campus (UTC in winter).</summary>
    public static readonly DateTime Noon = new(2026, 11, 23, 12, 30, 0, DateTimeKind.Utc);

    private readonly Channel<PathString> _ended;

    private SocketServer(WebApplication app, CampusBooking booking, FakeTimeProvider campus, EventLog log, Channel<PathString> ended)
    {
        Log = log;
        _ended = ended;
        App = app;
        Campus = campus;
        Broadcaster = app.Services.GetRequiredService<OccupancyBroadcaster>();
        Hub = app.Services.GetRequiredService<RoomSocketHub>();
        Booking = booking.Of(Broadcaster);
        Address = new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());
    }

    public WebApplication App { get; }

    public FakeTimeProvider Campus { get; }

    public OccupancyBroadcaster Broadcaster { get; }

    public RoomSocketHub Hub { get; }

    public CampusBooking Booking { get; }

    public Uri Address { get; }

    public EventLog Log { get; }

    /// <param name="real">The clock of heartbeats and limits; the real one where null.</param>
    /// <param name="isDirect">Whether frames go straight to the socket, as they do in the product.</param>
    public static async Task<SocketServer> StartAsync(
        int rooms = 3, Dictionary<string, string?>? settings = null, TimeProvider? real = null, HttpProtocols protocols = HttpProtocols.Http1, int? sendBuffer = null, bool isDirect = true, Action<ListenOptions>? configure = null, Action<IWebHostBuilder>? host = null, Action<WebApplication>? map = null)
    {
        var campus = new FakeTimeProvider(new DateTimeOffset(Noon));
        var builder = WebApplication.CreateSlimBuilder();
        builder.Configuration.AddInMemoryCollection(settings ?? []);
        var log = new EventLog();
        builder.Logging.ClearProviders().AddProvider(log);
        builder.WebHost.UseKestrelHttpsConfiguration();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(System.Net.IPAddress.Loopback, 0, listen =>
        {
            listen.Protocols = protocols;
            if (isDirect)
            {
                listen.UseDirectOutput();
            }

            configure?.Invoke(listen);
        }));
        if (sendBuffer is { } size)
        {
            builder.Services.Configure<SocketTransportOptions>(transport => transport.CreateBoundListenSocket = endpoint =>
            {
                var socket = SocketTransportOptions.CreateDefaultBoundListenSocket(endpoint);
                socket.SendBufferSize = size;
                return socket;
            });
        }

        builder.Services.AddSingleton(real ?? TimeProvider.System);
        builder.Services.AddOptions<TransportOptions>().BindConfiguration("Transport");
        host?.Invoke(builder.WebHost);
        builder.Services.AddKeyedSingleton<TimeProvider>(CampusTime.Key, campus);
        builder.Services.AddSingleton(CampusCalendar.Of("Europe/Lisbon"));
        builder.Services.AddOptions<RealtimeOptions>().BindConfiguration("Realtime");
        builder.Services.AddSingleton<OccupancyBoard>();
        builder.Services.AddSingleton<OccupancyBroadcaster>();
        builder.Services.AddRoomSockets();
        var app = builder.Build();
        var ended = Channel.CreateUnbounded<PathString>();
        app.Use(async (context, next) =>
        {
            await next();
            ended.Writer.TryWrite(context.Request.Path);
        });
        app.MapRoomSockets();
        map?.Invoke(app);
        var booking = new CampusBooking(campus);
        app.Services.GetRequiredService<OccupancyBroadcaster>().Load(booking.Load(CampusBooking.Rooms(rooms)));
        await app.StartAsync();
        return new SocketServer(app, booking, campus, log, ended);
    }

    public Task<SocketClient> ConnectAsync(string path, Action<ClientWebSocketOptions>? configure = null) =>
        SocketClient.ConnectAsync(Address, path, configure);

    /// <summary>Waits until so many requests are over, sockets included.</summary>
    public async Task EndedAsync(int count = 1)
    {
        for (var i = 0; i < count; i++)
        {
            await _ended.Reader.ReadAsync().AsTask().WaitAsync(TimeSpan.FromSeconds(60));
        }
    }

    /// <summary>Lets campus time pass, and publishes what it brings.</summary>
    public void Pass(TimeSpan time)
    {
        Campus.Advance(time);
        Broadcaster.Advance();
    }

    public async ValueTask DisposeAsync()
    {
        await App.StopAsync();
        await App.DisposeAsync();
    }
}
