using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using RoomMonitor.Data;

namespace RoomMonitor.Web.Api;

/// <summary>Whether the database answers: it has to look at a table, since opening a file says little.</summary>
internal sealed class DatabaseHealthCheck(IDbContextFactory<RoomMonitorDbContext> contexts) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        await using var database = await contexts.CreateDbContextAsync(cancellationToken);
        await database.Rooms.AnyAsync(cancellationToken);
        return HealthCheckResult.Healthy();
    }
}
