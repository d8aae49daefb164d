using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Cors.Infrastructure;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;
using RoomMonitor.Data.Activity;
using RoomMonitor.Data.Reservations;
using RoomMonitor.Data.Statistics;
using RoomMonitor.Web.Api.Calendars;
using RoomMonitor.Web.Api.Contracts;
using RoomMonitor.Web.Api.Documents;
using RoomMonitor.Web.Api.Input;
using RoomMonitor.Web.Api.Schedules;
using RoomMonitor.Web.Api.Statistics;
using RoomMonitor.Web.Api.Status;
using RoomMonitor.Web.Security;

namespace RoomMonitor.Web.Api;

/// <summary>The REST API, its document and the health checks.</summary>
public static class ApiExtensions
{
    private const string Prefix = "/api";

    private static readonly TimeSpan _preflightAge = TimeSpan.FromMinutes(10);

    public static WebApplicationBuilder AddRoomMonitorApi(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddOptions<PrivacyOptions>().BindConfiguration("Privacy");
        services.AddOptions<ApiCorsOptions>().BindConfiguration("Cors");
        services.AddCors();
        services.AddOptions<CorsOptions>().Configure<IOptions<ApiCorsOptions>>((cors, api) => cors.AddPolicy(ApiCorsOptions.Policy, PolicyOf(api.Value)));
        services.AddApiRateLimits();
        services.AddHealth();
        services.ConfigureHttpJsonOptions(options =>
        {
            WireJson.Configure(options.SerializerOptions);

            // Else the document would say of each number that it may be a text.
            options.SerializerOptions.NumberHandling = JsonNumberHandling.Strict;
        });
        services.AddSingleton<ReservationQueries>();
        services.AddSingleton<ActivityQueries>();
        services.AddSingleton<ReservationViews>();
        services.AddSingleton<SeriesViews>();
        services.AddCalendarFiles();
        services.AddSingleton<StatusResponses>();
        services.AddMemoryCache();
        services.AddSingleton<StatisticsQueries>();
        services.AddSingleton<Dashboard>();
        services.AddSingleton<OpenApiBody>();
        services.AddOpenApi(OpenApiBody.Name, options =>
        {
            options.ShouldInclude = description => description.RelativePath?.StartsWith("api/", StringComparison.Ordinal) == true;
            options.AddDocumentTransformer<ApiDocumentTransformer>();
            options.AddOperationTransformer<ApiOperationTransformer>();
        });
        return builder;
    }

    /// <summary>
    /// CORS, problem documents and the rate limit of <c>/api</c>. Before authorisation, whose refusals are counted and carry CORS headers
    /// too, and after what looks at every request (forwarded headers, security headers, error pages).
    /// </summary>
    public static WebApplication UseRoomMonitorApi(this WebApplication app)
    {
        var plainHttp = app.Services.GetRequiredService<PlainHttp>();
        app.UseWhen(context => context.Request.Path.StartsWithSegments(Prefix), api =>
        {
            api.UseCors(ApiCorsOptions.Policy);
            api.UseMiddleware<ApiProblemMiddleware>();
            api.Use(next => context => plainHttp.GuardTokensAsync(context, next));
            api.UseAuthentication();
            api.UseRateLimiter();
        });
        return app;
    }

    public static WebApplication MapRoomMonitorApi(this WebApplication app)
    {
        var api = app.MapGroup(Prefix);
        api.MapRoomStatus();
        api.MapSchedules();
        api.MapRooms();
        api.MapAvailability();
        api.MapReservationReads();
        api.MapReservationChanges();
        api.MapProfile();
        api.MapSeries();
        api.MapCalendars();
        api.MapActivity();
        api.MapDashboard();
        api.MapAuth();
        app.MapCalendarPages();
        app.MapHealth();
        app.MapDocs();
        return app;
    }

    /// <summary>Never with credentials: the API takes no cookie, so that no page elsewhere can act as its reader.</summary>
    private static CorsPolicy PolicyOf(ApiCorsOptions options)
    {
        var policy = new CorsPolicyBuilder()
            .WithMethods(HttpMethods.Get, HttpMethods.Head, HttpMethods.Post, HttpMethods.Patch, HttpMethods.Delete)
            .WithHeaders(HeaderNames.Authorization, HeaderNames.ContentType, HeaderNames.Accept, HeaderNames.IfNoneMatch, IdempotencyKey.Header)
            .WithExposedHeaders(HeaderNames.ETag, HeaderNames.Location, HeaderNames.RetryAfter)
            .SetPreflightMaxAge(_preflightAge);
        return (options.AllowedOrigins.Contains("*") ? policy.AllowAnyOrigin() : policy.WithOrigins(options.AllowedOrigins)).Build();
    }
}
