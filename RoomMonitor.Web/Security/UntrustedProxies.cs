using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace RoomMonitor.Web.Security;

/// <summary>
/// Notices a proxy that nobody named: then all people behind it have one address, and share its limits. Said once in the log, and as a note at
/// <c>/health/ready</c>; the server serves all the same.
/// </summary>
internal sealed class UntrustedProxies(SecurityLog log) : IHealthCheck
{
    private int _isNoticed;

    /// <summary>Whether a request says that somebody passed it on.</summary>
    public static bool IsForwarded(HttpRequest request) =>
        request.Headers.ContainsKey(ForwardedHeadersDefaults.XForwardedForHeaderName)
        || request.Headers.ContainsKey(ForwardedHeadersDefaults.XForwardedProtoHeaderName)
        || request.Headers.ContainsKey("Forwarded");

    public Task NoticeAsync(HttpContext context, RequestDelegate next)
    {
        if (Volatile.Read(ref _isNoticed) == 0 && IsForwarded(context.Request) && Interlocked.Exchange(ref _isNoticed, 1) == 0)
        {
            log.ProxyNotTrusted(context.Connection.RemoteIpAddress);
        }

        return next(context);
    }

    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) => Task.FromResult(
        HealthCheckResult.Healthy(Volatile.Read(ref _isNoticed) == 0
            ? null
            : "Requests carry X-Forwarded-For, and ForwardedHeaders:KnownProxies names no proxy: everybody behind it counts as one address."));
}
