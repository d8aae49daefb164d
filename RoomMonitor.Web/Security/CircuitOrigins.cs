using Microsoft.Extensions.Options;

namespace RoomMonitor.Web.Security;

/// <summary>
/// Only pages of this server talk to circuits. A page of a sibling domain gets the reader's cookie sent along (SameSite knows sites, not
/// hosts), and CORS doesn't apply to sockets: it would read and act as whoever is signed in.
/// </summary>
internal sealed class CircuitOrigins(IOptions<CircuitOriginOptions> options)
{
    private const string Path = "/_blazor";

    /// <summary>Before routing: the negotiation, the socket, long polling and the beacon alike.</summary>
    public Task GuardAsync(HttpContext context, RequestDelegate next)
    {
        if (!context.Request.Path.StartsWithSegments(Path) || IsAllowed(context.Request))
        {
            return next(context);
        }

        context.Response.StatusCode = StatusCodes.Status403Forbidden;
        return Task.CompletedTask;
    }

    private bool IsAllowed(HttpRequest request)
    {
        var origins = request.Headers.Origin;
        if (origins.Count > 1)
        {
            return false;
        }

        var origin = origins.Count == 1 ? SocketOrigins.Normalise(origins[0]) : null;
        if (origin is not null && options.Value.CircuitOrigins.Any(listed => SocketOrigins.Normalise(listed) == origin))
        {
            return true;
        }

        // What browsers say by themselves, and no page can change (Fetch Metadata); older ones say nothing.
        var site = request.Headers["Sec-Fetch-Site"];
        return (site.Count == 0 || site == "same-origin") && (origins.Count == 0 || IsOwn(request, origin));
    }

    /// <summary>The same host. A proxy that ends TLS may not be known here: then the page's https is not this request's.</summary>
    private static bool IsOwn(HttpRequest request, string? origin) =>
        origin is not null
        && (origin == SocketOrigins.Normalise($"{request.Scheme}://{request.Host}")
            || (!request.IsHttps && origin == SocketOrigins.Normalise($"{Uri.UriSchemeHttps}://{request.Host}")));
}
