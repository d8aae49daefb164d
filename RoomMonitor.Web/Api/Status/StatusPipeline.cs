
namespace RoomMonitor.Web.Api.Status;

/// <summary>
/// The short way to the status of all rooms, which is read more often than all else together: it is for everybody and without a limit, so
/// nobody looks for an account, a limit or an error page. CORS and problem documents are those of the rest of <c>/api</c>.
/// </summary>
internal static class StatusPipeline
{
    /// <summary>Metadata of the endpoints that take this way.</summary>
    public static object Marker { get; } = new IsStatus();

    /// <summary>After what looks at every request, and before all else.</summary>
    public static void UseRoomStatus(this IApplicationBuilder app) =>
        app.UseWhen(context => context.GetEndpoint()?.Metadata.GetMetadata<IsStatus>() is not null, status =>
        {
            status.UseCors(ApiCorsOptions.Policy);
            status.UseMiddleware<ApiProblemMiddleware>();
            status.Run(context => context.GetEndpoint()!.RequestDelegate!(context));
        });

    private sealed class IsStatus;
}
