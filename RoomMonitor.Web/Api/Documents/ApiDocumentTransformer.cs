using Microsoft.AspNetCore.OpenApi;
using Microsoft.Extensions.Options;
using Microsoft.OpenApi;
using RoomMonitor.Web.Hosting.Configuration;

namespace RoomMonitor.Web.Api.Documents;

/// <summary>What the document says of the API as a whole.</summary>
internal sealed class ApiDocumentTransformer(IOptions<CampusOptions> campus, IConfiguration configuration) : IOpenApiDocumentTransformer
{
    public const string Bearer = "bearer";

    public Task TransformAsync(OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken cancellationToken)
    {
        document.Info = new OpenApiInfo
        {
            Title = "RoomMonitor",
            Version = "1",
            Description = $"""
                Room status and reservations of {campus.Value.Name}. Times are RFC 3339; campus times (`HH:mm`) and dates are those of {campus.Value.TimeZone}.

                Errors are problem documents (RFC 9457, `application/problem+json`) with a `detail` for people, and `errors` by field in a 400. Each
                route answers with and without its trailing slash. Live changes come over WebSocket, at `/ws/rooms/overview/` and `/ws/rooms/[id]/`.
                """,
        };

        // Relative: it is made once, and what a request calls this host is anybody's word.
        document.Servers = [new OpenApiServer { Url = configuration.PathBase() is { HasValue: true } pathBase ? pathBase.Value : "/" }];
        document.Paths = WithSlashes(document.Paths);
        document.Components ??= new OpenApiComponents();
        document.Components.SecuritySchemes ??= new Dictionary<string, IOpenApiSecurityScheme>();
        document.Components.SecuritySchemes[Bearer] = new OpenApiSecurityScheme
        {
            Type = SecuritySchemeType.Http,
            Scheme = "bearer",
            Description = "The access token that `POST /api/auth/login/` answers. Cookies are never looked at.",
        };
        return Task.CompletedTask;
    }

    /// <summary>The contract writes each route with its slash; the framework drops it.</summary>
    private static OpenApiPaths WithSlashes(OpenApiPaths paths)
    {
        var written = new OpenApiPaths();
        foreach (var (path, item) in paths)
        {
            written.Add($"{path.TrimEnd('/')}/", item);
        }

        return written;
    }
}
