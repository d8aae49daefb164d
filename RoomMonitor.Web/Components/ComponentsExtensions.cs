using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components.Endpoints;
using MudBlazor.Services;
using RoomMonitor.Web.Configuration;
using RoomMonitor.Web.Components.RoomDetails;

namespace RoomMonitor.Web.Components;

/// <summary>The pages: Blazor Server with MudBlazor.</summary>
public static class ComponentsExtensions
{
    public static WebApplicationBuilder AddRoomMonitorComponents(this WebApplicationBuilder builder)
    {
        builder.Services.AddMudServices();
        builder.Services.AddOptions<NotificationsOptions>().BindConfiguration("Notifications").ValidateDataAnnotations().ValidateOnStart();
        builder.Services.AddRazorComponents().AddInteractiveServerComponents(circuit =>
        {
            // A laptop that sleeps longer loads the page anew; a view is in its address, so nothing is lost.
            circuit.DisconnectedCircuitRetentionPeriod = TimeSpan.FromMinutes(2);
            circuit.DisconnectedCircuitMaxRetained = 500;
        }).AddHubOptions(hub =>
        {
            // The browser says "Reconnecting" after 15 s without a sign of life (js/connection.js): three of these may get lost.
            hub.KeepAliveInterval = TimeSpan.FromSeconds(5);
            hub.ClientTimeoutInterval = TimeSpan.FromSeconds(30);
        });
        return builder;
    }

    public static WebApplication MapRoomMonitorComponents(this WebApplication app)
    {
        app.MapStaticAssets().AllowAnonymous();
        app.MapRoomQr();

        // Compression costs memory for each circuit, and what is sent is small.
        app.MapRazorComponents<App>()
            .AddInteractiveServerRenderMode(options => options.DisableWebSocketCompression = true)
            .Add(OpenCircuits);
        return app;
    }

    /// <summary>Who sees a page is said at the page; the circuit behind it is for whoever got one.</summary>
    private static void OpenCircuits(EndpointBuilder endpoint)
    {
        if (!endpoint.Metadata.OfType<ComponentTypeMetadata>().Any())
        {
            endpoint.Metadata.Add(new AllowAnonymousAttribute());
        }
    }
}
