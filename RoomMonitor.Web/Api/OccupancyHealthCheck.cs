using Microsoft.Extensions.Diagnostics.HealthChecks;
using RoomMonitor.Web.Realtime;

namespace RoomMonitor.Web.Api;

/// <summary>Whether the board is loaded and follows the activity log.</summary>
internal sealed class OccupancyHealthCheck(OccupancyTail tail) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(tail.IsCaughtUp ? HealthCheckResult.Healthy() : HealthCheckResult.Unhealthy("The activity log could not be read."));
}
