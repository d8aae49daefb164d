using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components.Endpoints;
using MudBlazor.Services;
using RoomMonitor.Web.Api.Caching;
using RoomMonitor.Web.Features.Browse;
using RoomMonitor.Web.Features.Monitor;
using RoomMonitor.Web.Features.Notifications;
using RoomMonitor.Web.Features.RoomDetails;
using RoomMonitor.Web.Realtime;
using RoomMonitor.Web.Sockets.Circuits;

namespace RoomMonitor.Web.Shell;

/// <summary>The pages: Blazor Server with MudBlazor.</summary>
public static class ComponentsExtensions
{
    /// <summary>The sign-in page isn't among them: its form is for one browser.</summary>
    private static readonly HashSet<Type> _forAll = [typeof(BrowsePage), typeof(MonitorPage), typeof(RoomPage), typeof(NotFound)];

    public static WebApplicationBuilder AddRoomMonitorComponents(this WebApplicationBuilder builder)
    {
        builder.Services.AddMudServices();
        builder.Services.AddOptions<NotificationsOptions>().BindConfiguration("Notifications").ValidateDataAnnotations().ValidateOnStart();
        builder.Services.AddRazorComponents().AddInteractiveServerComponents(circuit =>
        {
            // A laptop that sleeps longer loads the page anew; a view is in its address, so nothing is lost.
            circuit.DisconnectedCircuitRetentionPeriod = TimeSpan.FromMinutes(2);
        }).AddCircuitShares().AddHubOptions(hub =>
        {
            // The browser says "Reconnecting" after 15 s without a sign of life (js/connection.js): three of these may get lost.
            hub.KeepAliveInterval = TimeSpan.FromSeconds(5);
            hub.ClientTimeoutInterval = TimeSpan.FromSeconds(30);
        });
        return builder;
    }

    public static WebApplication MapRoomMonitorComponents(this WebApplication app)
    {
        app.UseCircuitShares();
        app.Use(next => context => SayMissingRoomAsync(context, next));
        app.MapStaticAssets().AllowAnonymous();
        app.MapRoomQr();

        // Compression costs memory for each circuit, and what is sent is small.
        app.MapRazorComponents<App>()
            .AddInteractiveServerRenderMode(options => options.DisableWebSocketCompression = true)
            .Add(Decide);
        return app;
    }

    /// <summary>
    /// The page of a room that isn't there says so itself, and so does its status. It is written last of all: Blazor renders nothing for a
    /// request that is a 404 already, and leaves it to the page of missing pages.
    /// </summary>
    private static Task SayMissingRoomAsync(HttpContext context, RequestDelegate next)
    {
        if (context.GetEndpoint()?.Metadata.GetMetadata<ComponentTypeMetadata>()?.Type == typeof(RoomPage)
            && context.RequestServices.GetRequiredService<OccupancyBroadcaster>().Snapshot is { Version: > 0 } board
            && int.TryParse(context.GetRouteValue(nameof(RoomPage.Id)) as string, NumberStyles.None, CultureInfo.InvariantCulture, out var id)
            && board.Find(id) is null)
        {
            context.Response.OnStarting(() =>
            {
                context.Response.StatusCode = StatusCodes.Status404NotFound;
                return Task.CompletedTask;
            });
        }

        return next(context);
    }

    /// <summary>Who sees a page is said at the page, and whether it is one for all; the circuit behind it is for whoever got one.</summary>
    private static void Decide(EndpointBuilder endpoint)
    {
        if (endpoint.Metadata.OfType<ComponentTypeMetadata>().FirstOrDefault() is not { } page)
        {
            endpoint.Metadata.Add(new AllowAnonymousAttribute());
        }
        else if (_forAll.Contains(page.Type))
        {
            endpoint.Metadata.Add(new PublicDocumentAttribute(PublicDocumentKind.Page));
        }
    }
}
