using Microsoft.AspNetCore.Http.HttpResults;
using RoomMonitor.Web.Api.Contracts;
using RoomMonitor.Web.Api.Documents;

namespace RoomMonitor.Web.Api.Statistics;

/// <summary>The campus in figures.</summary>
internal static class DashboardEndpoints
{
    public static void MapDashboard(this IEndpointRouteBuilder api) =>
        api.MapGet("stats/dashboard/", GetDashboard)
            .AllowAnonymous()
            .WithName("GetDashboard")
            .WithTags("Statistics")
            .Example(StatusCodes.Status200OK, ApiExamples.Dashboard);

    /// <summary>The campus in figures.</summary>
    /// <remarks>Counted at most once in five minutes; `timestamp` says as of when.</remarks>
    internal static async Task<Ok<WireDashboard>> GetDashboard(Dashboard dashboard, CancellationToken cancellationToken) =>
        TypedResults.Ok(await dashboard.GetAsync(cancellationToken));
}
