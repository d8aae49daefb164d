namespace RoomMonitor.Web.Security;

/// <summary>What browsers are told about every response: everything comes from this server, and nobody frames it.</summary>
internal static class SecurityHeaders
{
    /// <summary>Inline styles are MudBlazor's, and widths that components compute. No inline script, no other host.</summary>
    public const string ContentPolicy =
        "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self'; connect-src 'self'; "
        + "object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'";

    /// <summary>Says that it was RoomMonitor that answered, and no proxy in its place; the service worker asks for it.</summary>
    public const string OwnAnswer = "X-RoomMonitor";

    /// <summary>Which sites may load it; this one alone, unless an endpoint says otherwise.</summary>
    public const string ResourcePolicy = "Cross-Origin-Resource-Policy";

    private const string Permissions = "accelerometer=(), camera=(), geolocation=(), gyroscope=(), magnetometer=(), microphone=(), payment=(), usb=()";

    /// <summary>Types of our own files, which come without saying in which characters they are written.</summary>
    private static readonly string[] _texts = ["text/css", "text/javascript", "image/svg+xml"];

    public static Task AddAsync(HttpContext context, RequestDelegate next)
    {
        // Last of all: an error page clears the headers before it, and antiforgery sets one of its own.
        context.Response.OnStarting(Write, context);
        return next(context);
    }

    private static Task Write(object state)
    {
        var context = (HttpContext)state;
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = context.GetEndpoint()?.Metadata.GetMetadata<ContentPolicyAttribute>()?.Policy ?? ContentPolicy;
        headers.XContentTypeOptions = "nosniff";
        headers.XFrameOptions = "DENY";
        headers["Referrer-Policy"] = "strict-origin-when-cross-origin";
        headers[OwnAnswer] = "1";
        headers["Permissions-Policy"] = Permissions;
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers.TryAdd(ResourcePolicy, "same-origin");
        if (headers.ContentType is [{ } type] && Array.IndexOf(_texts, type) >= 0)
        {
            headers.ContentType = $"{type}; charset=utf-8";
        }

        if (IsPersonal(context) && headers.CacheControl.Count == 0)
        {
            headers.CacheControl = "no-store";
        }

        if (context.Response.StatusCode is >= 300 and < 400 && headers.Location is [{ } location])
        {
            headers.Location = Relative(location, context.Request);
        }

        return Task.CompletedTask;
    }

    /// <summary>Made for somebody: no cache on the way, and no disk of a shared computer, keeps it.</summary>
    private static bool IsPersonal(HttpContext context) =>
        context.User.Identity?.IsAuthenticated == true || context.Request.Headers.Authorization.Count > 0;

    /// <summary>An address of this server without its host: that is what the request said, which anybody can write.</summary>
    private static string Relative(string location, HttpRequest request) =>
        Uri.TryCreate(location, UriKind.Absolute, out var target)
        && Uri.TryCreate($"{request.Scheme}://{request.Host}", UriKind.Absolute, out var own)
        && target.Scheme == own.Scheme && target.Authority == own.Authority && target.PathAndQuery is not ['/', '/' or '\\', ..]
            ? target.PathAndQuery + target.Fragment
            : location;
}
