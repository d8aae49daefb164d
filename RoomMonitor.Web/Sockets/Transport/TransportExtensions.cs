using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace RoomMonitor.Web.Sockets.Transport;

/// <summary>What happens to every connection of Kestrel before HTTP or TLS see it.</summary>
public static class TransportExtensions
{
    public static WebApplicationBuilder AddRoomMonitorTransport(this WebApplicationBuilder builder)
    {
        builder.Services.AddOptions<TransportOptions>().BindConfiguration("Transport").ValidateDataAnnotations().ValidateOnStart();
        builder.Services.AddOptions<KestrelServerOptions>()
            .Configure<IOptions<TransportOptions>>((kestrel, transport) => kestrel.Limits.RequestHeadersTimeout = transport.Value.HeadersTimeout);
        builder.WebHost.UseConnectionLimit();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.ConfigureEndpointDefaults(listen => listen.UseDirectOutput()));
        return builder;
    }

    /// <summary>Answers the connections for which there is no room. After the security headers, before everything that costs something.</summary>
    public static WebApplication UseRoomMonitorTransport(this WebApplication app)
    {
        app.Use(next => context => RefusedConnections.AnswerAsync(context, next));
        return app;
    }

    /// <summary>Puts <see cref="ConnectionLimit"/> before Kestrel's sockets.</summary>
    internal static IWebHostBuilder UseConnectionLimit(this IWebHostBuilder host) => host.ConfigureServices(services =>
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<ConnectionLimit>();

        // Kestrel takes the transport that was registered last.
        services.AddSingleton<IConnectionListenerFactory>(provider => new LimitedTransportFactory(
            ActivatorUtilities.CreateInstance<SocketTransportFactory>(provider), provider.GetRequiredService<ConnectionLimit>()));
    });
}
