using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace RoomMonitor.Web.Accounts;

/// <summary>Whether cookies, tokens and forms can be made and read: without that pages and sign-in fail.</summary>
internal sealed class ProtectionKeysHealthCheck(IDataProtectionProvider protection) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            ProtectionKeys.Try(protection);
            return Task.FromResult(HealthCheckResult.Healthy());
        }
        catch (Exception exception)
        {
            return Task.FromResult(HealthCheckResult.Unhealthy("The keys can't be used.", exception));
        }
    }
}
