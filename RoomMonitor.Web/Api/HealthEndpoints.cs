using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using RoomMonitor.Web.Accounts;
using RoomMonitor.Web.Api.Contracts;
using RoomMonitor.Web.Hosting.Configuration;
using RoomMonitor.Web.Security;

namespace RoomMonitor.Web.Api;

/// <summary>Whether the process lives, and whether it can serve.</summary>
internal static class HealthEndpoints
{
    /// <summary>The tag of the checks that readiness asks for.</summary>
    public const string Ready = "ready";

    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(5);

    public static void AddHealth(this IServiceCollection services) => services.AddHealthChecks()
        .AddCheck<DatabaseHealthCheck>("database", tags: [Ready], timeout: _patience)
        .AddCheck<OccupancyHealthCheck>("occupancy", tags: [Ready])
        .AddCheck<ProtectionKeysHealthCheck>("keys", tags: [Ready])
        .AddCheck<UntrustedProxies>("proxy", tags: [Ready]);

    public static void MapHealth(this IEndpointRouteBuilder app)
    {
        app.MapHealthChecks("/health/live", Options(_ => false)).AllowAnonymous();
        app.MapHealthChecks("/health/ready", Options(check => check.Tags.Contains(Ready))).AllowAnonymous();
    }

    private static HealthCheckOptions Options(Func<HealthCheckRegistration, bool> predicate) => new()
    {
        Predicate = predicate,
        ResponseWriter = WriteAsync,
    };

    /// <summary>
    /// Only words, and of the version only the release: what is wrong stands in the log, not where everybody can read it. What serves and could
    /// be better is a note.
    /// </summary>
    private static Task WriteAsync(HttpContext context, HealthReport report)
    {
        var body = new Dictionary<string, object>
        {
            ["status"] = Word(report.Status),
            ["version"] = ProductVersion.Release,
            ["checks"] = report.Entries.ToDictionary(entry => entry.Key, entry => Word(entry.Value.Status)),
        };
        var notes = report.Entries.Where(entry => entry.Value is { Status: HealthStatus.Healthy, Description: not null })
            .ToDictionary(entry => entry.Key, entry => entry.Value.Description);
        if (notes.Count > 0)
        {
            body["notes"] = notes;
        }

        return context.Response.WriteAsJsonAsync(body, WireJson.Options, context.RequestAborted);
    }

    private static string Word(HealthStatus status) => status switch
    {
        HealthStatus.Healthy => "healthy",
        HealthStatus.Degraded => "degraded",
        _ => "unhealthy",
    };
}
