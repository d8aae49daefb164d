using System.Net;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.AspNetCore.HttpsPolicy;
using Microsoft.Extensions.Options;
using IPNetwork = System.Net.IPNetwork;

namespace RoomMonitor.Web.Security;

/// <summary>What looks at every request: proxies, security headers, and then the error pages.</summary>
public static class SecurityExtensions
{
    private static readonly TimeSpan _strictTransport = TimeSpan.FromDays(365);

    public static WebApplicationBuilder AddRoomMonitorSecurity(this WebApplicationBuilder builder)
    {
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        builder.Services.AddOptions<SecurityOptions>().BindConfiguration("Security").ValidateOnStart();
        builder.Services.AddSingleton<SecurityLog>();
        builder.Services.AddSingleton<Refusals>();
        builder.Services.AddSingleton<PlainHttp>();
        builder.Services.AddSingleton<UntrustedProxies>();
        builder.Services.AddHsts(options => options.MaxAge = _strictTransport);
        builder.Services.AddOptions<HstsOptions>().Configure<IOptions<SecurityOptions>>((hsts, security) => hsts.IncludeSubDomains = security.Value.HstsIncludeSubDomains);
        builder.Services.AddOptions<ProxyOptions>().BindConfiguration("ForwardedHeaders").ValidateDataAnnotations().ValidateOnStart();
        builder.Services.AddOptions<CircuitOriginOptions>().BindConfiguration("Security").ValidateDataAnnotations().ValidateOnStart();
        builder.Services.AddSingleton<CircuitOrigins>();
        builder.Services.AddOptions<ForwardedHeadersOptions>().Configure<IOptions<ProxyOptions>>((headers, proxies) => Trust(headers, proxies.Value));
        return builder;
    }

    /// <summary>Before everything else.</summary>
    public static WebApplication UseRoomMonitorSecurity(this WebApplication app)
    {
        if (app.Services.GetRequiredService<IOptions<ProxyOptions>>().Value.IsConfigured)
        {
            app.UseForwardedHeaders();
        }
        else
        {
            var untrusted = app.Services.GetRequiredService<UntrustedProxies>();
            app.Use(next => context => untrusted.NoticeAsync(context, next));
        }

        var refusals = app.Services.GetRequiredService<Refusals>();
        app.Use(next => context => refusals.NoticeAsync(context, next));
        if (!app.Environment.IsDevelopment())
        {
            app.UseHsts();
        }

        app.Use(next => context => SecurityHeaders.AddAsync(context, next));
        return app;
    }

    /// <summary>After the path base, before routing.</summary>
    public static WebApplication UseCircuitOrigins(this WebApplication app)
    {
        var origins = app.Services.GetRequiredService<CircuitOrigins>();
        app.Use(next => context => origins.GuardAsync(context, next));
        return app;
    }

    /// <summary>Whoever sets a server up is asked for its names: the framework takes any unless told.</summary>
    public static void WarnOfOpenHosts(this WebApplication app)
    {
        if (app.Environment.IsProduction() && AllowsAnyHost(app.Configuration))
        {
            app.Services.GetRequiredService<SecurityLog>().AnyHostAllowed();
        }
    }

    public static bool AllowsAnyHost(IConfiguration configuration) =>
        configuration["AllowedHosts"]?.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) is not { Length: > 0 } hosts || hosts.Contains("*");

    /// <summary>Behind the path base, and before routing: it may lead elsewhere.</summary>
    public static WebApplication UsePlainHttpGuard(this WebApplication app)
    {
        var plainHttp = app.Services.GetRequiredService<PlainHttp>();
        app.Use(next => context => plainHttp.GuardAsync(context, next));
        return app;
    }

    /// <summary>The pages for what goes wrong and for what isn't there.</summary>
    public static WebApplication UseRoomMonitorErrorPages(this WebApplication app)
    {
        // Not in a branch, where routing for the second run would be missing. The API catches its own inside.
        app.UseExceptionHandler("/error", createScopeForErrors: true);
        app.UseStatusCodePagesWithReExecute("/not-found");
        app.Use(next => context => OnlyMissingPagesAsync(context, next));
        return app;
    }

    /// <summary>The page says that there is no page here: other statuses, and programs, get the status alone.</summary>
    private static async Task OnlyMissingPagesAsync(HttpContext context, RequestDelegate next)
    {
        var isPage = AccountSchemes.IsPage(context.Request.Path);
        await next(context);
        var isMissing = context.Response.StatusCode == StatusCodes.Status404NotFound;
        if (!(isPage && isMissing) && context.Features.Get<IStatusCodePagesFeature>() is { } statusPages)
        {
            statusPages.Enabled = false;
        }
    }

    private static void Trust(ForwardedHeadersOptions headers, ProxyOptions proxies)
    {
        headers.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto;
        headers.ForwardLimit = proxies.ForwardLimit;
        headers.KnownProxies.Clear();
        headers.KnownIPNetworks.Clear();
        foreach (var proxy in proxies.KnownProxies)
        {
            headers.KnownProxies.Add(IPAddress.Parse(proxy));
        }

        foreach (var network in proxies.KnownNetworks)
        {
            headers.KnownIPNetworks.Add(IPNetwork.Parse(network));
        }
    }
}
