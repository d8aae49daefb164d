namespace RoomMonitor.Web.Security;

/// <summary>Which pages may open a socket: browsers name theirs in <c>Origin</c> (RFC 6455, 10.2).</summary>
internal static class SocketOrigins
{
    public static bool IsAllowed(HttpRequest request, IReadOnlyList<string> allowed)
    {
        var origins = request.Headers.Origin;
        if (allowed.Count == 0 || origins.Count == 0)
        {
            return true;
        }

        return origins.Count == 1
            && Normalise(origins[0]) is { } origin
            && (origin == Normalise($"{request.Scheme}://{request.Host}") || allowed.Any(one => Normalise(one) == origin));
    }

    /// <summary>Scheme, host and port, or null where it is no origin (also for the <c>null</c> of a sandboxed page).</summary>
    public static string? Normalise(string? origin) =>
        Uri.TryCreate(origin, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" && uri.PathAndQuery == "/" && uri.Fragment == ""
            ? uri.GetLeftPart(UriPartial.Authority)
            : null;
}
