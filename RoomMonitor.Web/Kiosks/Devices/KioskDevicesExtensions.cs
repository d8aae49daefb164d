using System.Globalization;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Options;
using RoomMonitor.Web.Api;
using RoomMonitor.Web.Kiosks.Screens;
using RoomMonitor.Web.Security;

namespace RoomMonitor.Web.Kiosks.Devices;

/// <summary>Registered screens: their tokens, their routes and the fleet in memory.</summary>
public static class KioskDevicesExtensions
{
    public static WebApplicationBuilder AddKioskDevices(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddSingleton<KioskFleet>();
        services.AddSingleton<KioskCodes>();
        services.AddSingleton<KioskRegistry>();
        services.AddSingleton<KioskDevices>();
        services.AddSingleton<KioskPartition>();
        services.AddSingleton<IRequestPartition>(provided => provided.GetRequiredService<KioskPartition>());
        services.AddSingleton<KioskViews>();
        services.AddSingleton<KioskSchedules>();
        services.AddHostedService<KioskFleetSync>();
        services.AddAuthentication().AddScheme<AuthenticationSchemeOptions, KioskAuthenticationHandler>(KioskScheme.Name, null);
        services.AddAuthorizationBuilder().AddPolicy(KioskScheme.Policy, KioskScheme.DevicePolicy);
        services.AddOptions<RateLimiterOptions>().Configure<IOptions<RateLimitOptions>>((limiter, limits) =>
            limiter.AddPolicy(KioskScheme.ActsLimit, context => RateLimitPartition.GetFixedWindowLimiter(
                context.RequestServices.GetRequiredService<KioskPartition>().Of(context) ?? "",
                _ => new FixedWindowRateLimiterOptions { PermitLimit = limits.Value.KioskActsPerMinute, Window = TimeSpan.FromMinutes(1) })));
        return builder;
    }

    /// <summary>Which screen asks, before authorisation; then what its routes alone go through.</summary>
    public static WebApplication UseKioskDevices(this WebApplication app)
    {
        var devices = app.Services.GetRequiredService<KioskDevices>();
        app.UseWhen(context => context.Request.Path.StartsWithSegments(KioskScheme.PagesPath), pages =>
        {
            pages.UseWhen(IsOfScripts, device =>
            {
                device.UseMiddleware<ApiProblemMiddleware>();
                device.Use(next => context => KioskOrigin.GuardAsync(context, next));
            });
            pages.Use(next => context => devices.RecogniseAsync(context, next));
            pages.UseWhen(IsCounted, counted => counted.UseRateLimiter());
        });
        return app;
    }

    public static WebApplication MapKioskDevices(this WebApplication app)
    {
        var device = app.MapGroup(KioskScheme.DevicePath).RequireAuthorization(KioskScheme.Policy).ExcludeFromDescription();
        device.MapKioskDevice();
        device.MapKioskActs();
        app.MapKioskPairing();
        app.MapKioskSetup();
        return app;
    }

    /// <summary>Each screen counts by itself; null for whoever is none.</summary>
    private static bool IsCounted(HttpContext context) =>
        IsOfScripts(context) || context.Request.Path.StartsWithSegments(KioskScheme.PairPath);

    private static bool IsOfScripts(HttpContext context) =>
        context.Request.Path.StartsWithSegments(KioskScheme.DevicePath) || context.Request.Path.StartsWithSegments(KioskScheme.SetupPath);
}
