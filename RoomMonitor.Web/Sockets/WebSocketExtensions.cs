using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using RoomMonitor.Web.Security;

namespace RoomMonitor.Web.Sockets;

/// <summary>The sockets of docs/websocket-protocol.md.</summary>
public static class WebSocketExtensions
{
    // WebSockets over HTTP/2 (RFC 8441) come as CONNECT.
    private static readonly string[] _methods = [HttpMethods.Get, HttpMethods.Connect];

    /// <summary>Needs the realtime services: <see cref="Realtime.OccupancyBroadcaster"/> and the campus clock.</summary>
    public static IServiceCollection AddRoomSockets(this IServiceCollection services)
    {
        services.AddOptions<SocketOptions>()
            .BindConfiguration("WebSockets")
            .ValidateDataAnnotations()
            .Validate(
                options => options.AllowedOrigins.All(origin => SocketOrigins.Normalise(origin) is not null),
                "WebSockets:AllowedOrigins holds something that is no origin such as https://monitor.example.edu.")
            .ValidateOnStart();
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<SocketAddressGuard>();
        services.AddSingleton<OpeningDelays>();
        services.AddKeyedSingleton<OpeningDelays>(OpeningDelays.OfPages);
        services.AddSingleton<SocketEndpoints>();
        services.AddSingleton<RoomSocketHub>();
        services.AddHostedService(provider => provider.GetRequiredService<RoomSocketHub>());
        return services;
    }

    /// <summary>Maps <c>/ws/rooms/{room_id}/</c> and <c>/ws/rooms/overview/</c>, with and without the trailing slash.</summary>
    public static WebApplication MapRoomSockets(this WebApplication app)
    {
        var endpoints = app.Services.GetRequiredService<SocketEndpoints>();
        var (options, clock) = (app.Services.GetRequiredService<IOptions<SocketOptions>>().Value, app.Services.GetRequiredService<TimeProvider>());
        var delays = app.Services.GetRequiredKeyedService<OpeningDelays>(OpeningDelays.OfPages);
        app.Use(next => context => FrameUpgrade.CountAsync(context, next, options, delays, clock));
        app.UseWebSockets();
        var sockets = app.MapGroup("/ws/rooms").AllowAnonymous().DisableRateLimiting().ExcludeFromDescription();
        sockets.MapMethods("/{room_id:int}", _methods, (RequestDelegate)endpoints.RoomAsync);
        sockets.MapMethods("/overview", _methods, (RequestDelegate)endpoints.OverviewAsync);
        return app;
    }
}
