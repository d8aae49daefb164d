using RoomMonitor.Web.Security;

namespace RoomMonitor.Web.Api.Embedding;

/// <summary>What other people's pages, wikis and programs take from here: two modules, the badge as an image, the description of the sockets.</summary>
public static class EmbeddingExtensions
{
    /// <summary>Of any site, since they hold nothing but code; browsers fetch modules of another origin only where it says so.</summary>
    private static readonly HashSet<string> _modules = new(StringComparer.OrdinalIgnoreCase) { "/js/room-socket.js", "/js/room-badge.js" };

    /// <summary>Before whatever may answer.</summary>
    public static WebApplication UseRoomMonitorEmbedding(this WebApplication app)
    {
        app.Use((context, next) =>
        {
            if (context.Request.Path.Value is { } path && _modules.Contains(path))
            {
                AllowAnyPage(context.Response);
            }

            return next(context);
        });
        return app;
    }

    public static WebApplication MapRoomMonitorEmbedding(this WebApplication app)
    {
        app.MapBadge();
        app.MapAsyncApi();
        return app;
    }

    internal static void AllowAnyPage(HttpResponse response)
    {
        response.Headers.AccessControlAllowOrigin = "*";
        response.Headers[SecurityHeaders.ResourcePolicy] = "cross-origin";
    }
}
