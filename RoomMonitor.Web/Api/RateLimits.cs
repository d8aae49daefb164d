using System.Globalization;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Options;
using RoomMonitor.Web.Accounts;
using RoomMonitor.Web.Api.Problems;
using RoomMonitor.Web.Security;
using RoomMonitor.Web.Sockets.Transport;

namespace RoomMonitor.Web.Api;

/// <summary>So many requests a minute to <c>/api</c> and the screens' routes for each user or registered screen, or address where there is neither.</summary>
internal static class RateLimits
{
    public static void AddApiRateLimits(this IServiceCollection services)
    {
        services.AddOptions<RateLimitOptions>().BindConfiguration("RateLimits").ValidateDataAnnotations().ValidateOnStart();
        services.AddRateLimiter(_ => { });
        services.AddOptions<RateLimiterOptions>().Configure<IOptions<RateLimitOptions>>((limiter, limits) =>
        {
            limiter.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(context =>
                RateLimitPartition.GetFixedWindowLimiter(PartitionOf(context), _ => new FixedWindowRateLimiterOptions
                {
                    PermitLimit = limits.Value.RequestsPerMinute,
                    Window = TimeSpan.FromMinutes(1),
                }));
            limiter.OnRejected = RefuseAsync;
        });
    }

    private static string PartitionOf(HttpContext context) =>
        ApiCaller.IdOf(context.User) is { } userId
            ? string.Create(CultureInfo.InvariantCulture, $"user {userId}")
            : context.RequestServices.GetServices<IRequestPartition>().Select(partition => partition.Of(context)).FirstOrDefault(known => known is not null) ?? $"address {ClientAddress.Of(context)}";

    private static async ValueTask RefuseAsync(OnRejectedContext rejected, CancellationToken cancellationToken)
    {
        var wait = rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out var retryAfter) ? retryAfter : TimeSpan.FromMinutes(1);
        var seconds = Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds));
        rejected.HttpContext.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        await ApiProblems.WriteAsync(
            rejected.HttpContext,
            ApiProblems.Of(StatusCodes.Status429TooManyRequests, $"Too many requests. Try again in {seconds} s."));
    }
}
