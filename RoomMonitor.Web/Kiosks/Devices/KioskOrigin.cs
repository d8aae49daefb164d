using RoomMonitor.Web.Api.Problems;
using RoomMonitor.Web.Security;

namespace RoomMonitor.Web.Kiosks.Devices;

/// <summary>
/// Refuses what other pages send to the screens' routes. Their cookie is SameSite=Strict already; this holds for pages of the same site too,
/// and doesn't rely on it. What carries a body must be JSON, which no form can send.
/// </summary>
internal static class KioskOrigin
{
    public static Task GuardAsync(HttpContext context, RequestDelegate next)
    {
        var request = context.Request;
        if (!IsOwn(request))
        {
            throw new ApiException(StatusCodes.Status403Forbidden, "Only this server's own pages can do that.");
        }

        if (HttpMethods.IsPost(request.Method) && !request.HasJsonContentType())
        {
            throw new ApiException(StatusCodes.Status415UnsupportedMediaType, "Send the body as Content-Type: application/json.");
        }

        return next(context);
    }

    /// <summary>
    /// By what browsers say of themselves (Fetch Metadata; where they are too old for it, <c>Origin</c>). What says neither is no browser, and
    /// has its token from nobody else.
    /// </summary>
    public static bool IsOwn(HttpRequest request)
    {
        string? site = request.Headers["Sec-Fetch-Site"];
        if (site is not null)
        {
            return site == "same-origin" || (site == "none" && HttpMethods.IsGet(request.Method));
        }

        return request.Headers.Origin.Count == 0
            || SocketOrigins.Normalise(request.Headers.Origin) is { } origin && origin == SocketOrigins.Normalise($"{request.Scheme}://{request.Host}");
    }
}
