using Microsoft.AspNetCore.Components.Server;
using Microsoft.AspNetCore.Components.Server.Circuits;
using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.Options;

namespace RoomMonitor.Web.Sockets.Circuits;

/// <summary>How many circuits there are, and whose.</summary>
internal static class CircuitsExtensions
{
    public static IServerSideBlazorBuilder AddCircuitShares(this IServerSideBlazorBuilder blazor)
    {
        var services = blazor.Services;
        services.AddOptions<CircuitLimitOptions>().BindConfiguration("Circuits").ValidateDataAnnotations().ValidateOnStart();
        services.AddOptions<CircuitOptions>().Configure<IOptions<CircuitLimitOptions>>((circuit, limits) => circuit.DisconnectedCircuitMaxRetained = limits.Value.Total);
        services.AddSingleton<CircuitShares>();
        services.AddSingleton<CircuitShareFilter>();
        services.AddScoped<CircuitHandler, CircuitPlaceHandler>();
        return blazor.AddHubOptions(hub => hub.AddFilter<CircuitShareFilter>());
    }

    /// <summary>Where the endpoint is known, and before it runs.</summary>
    public static WebApplication UseCircuitShares(this WebApplication app)
    {
        var (shares, clock) = (app.Services.GetRequiredService<CircuitShares>(), app.Services.GetRequiredService<TimeProvider>());
        app.Use(next => context => CircuitRequests.GuardAsync(context, next, shares, clock));
        return app;
    }
}
