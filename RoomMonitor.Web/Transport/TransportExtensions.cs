using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace RoomMonitor.Web.Transport;

/// <summary>What happens to every connection of Kestrel before HTTP or TLS see it.</summary>
public static class TransportExtensions
{
    public static WebApplicationBuilder AddRoomMonitorTransport(this WebApplicationBuilder builder)
    {
        builder.Services.AddOptions<TransportOptions>().BindConfiguration("Transport").ValidateDataAnnotations().ValidateOnStart();
        builder.Services.AddSingleton<ConnectionLimit>();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            var limit = kestrel.ApplicationServices.GetRequiredService<ConnectionLimit>();
            kestrel.ConfigureEndpointDefaults(listen =>
            {
                listen.UseConnectionLimit(limit);
                listen.UseDirectOutput();
            });
        });
        return builder;
    }

    internal static void UseConnectionLimit(this ListenOptions listen, ConnectionLimit limit) =>
        listen.Use(next => connection => limit.RunAsync(connection, next));
}
