using System.Text.RegularExpressions;

namespace RoomMonitor.Web.Hosting.Configuration;

/// <summary>The path under which a proxy shows this server: <c>PathBase</c>, none as shipped.</summary>
public static partial class PathBaseExtensions
{
    private const string Setting = "PathBase";

    /// <summary>With or without slashes around it.</summary>
    /// <exception cref="ConfigurationException">It is no path.</exception>
    public static PathString PathBase(this IConfiguration configuration)
    {
        var path = configuration[Setting]?.Trim().Trim('/');
        if (string.IsNullOrEmpty(path))
        {
            return PathString.Empty;
        }

        return Pattern.IsMatch(path)
            ? new PathString($"/{path}")
            : throw new ConfigurationException($"{Setting} is a path such as /rooms: letters, digits, '-', '.', '_' and '~' between slashes. This is none: {path}");
    }

    /// <summary>Where the cookies of these pages are sent.</summary>
    internal static string CookiePath(this HttpRequest request) => request.PathBase.HasValue ? request.PathBase.Value : "/";

    /// <summary>
    /// Before routing. The proxy may pass the path whole or cut it off; where the rest could itself begin with it (<c>/rooms</c>), it has to
    /// pass it whole.
    /// </summary>
    internal static WebApplication UsePathBase(this WebApplication app)
    {
        var pathBase = app.Configuration.PathBase();
        if (pathBase.HasValue)
        {
            app.Use(next => context => MoveAsync(context, pathBase, next));
        }

        return app;
    }

    private static Task MoveAsync(HttpContext context, PathString pathBase, RequestDelegate next)
    {
        var request = context.Request;
        request.PathBase = pathBase;
        if (request.Path.StartsWithSegments(pathBase, out var rest))
        {
            if (!rest.HasValue)
            {
                // A service worker looks after what lies below its own path only, and that ends in a slash.
                context.Response.Redirect($"{pathBase}/{request.QueryString}", permanent: false, preserveMethod: true);
                return Task.CompletedTask;
            }

            request.Path = rest;
        }

        return next(context);
    }

    [GeneratedRegex("^[A-Za-z0-9._~-]+(/[A-Za-z0-9._~-]+)*$")]
    private static partial Regex Pattern { get; }
}
