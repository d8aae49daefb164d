using Microsoft.AspNetCore.Http.HttpResults;

namespace RoomMonitor.Web.Shell.Offline;

/// <summary>What an installed application shows without a connection. The rest of it is in <c>wwwroot</c>: the manifest, the service worker, its modules.</summary>
public static class OfflineExtensions
{
    public static WebApplication MapRoomMonitorOffline(this WebApplication app)
    {
        app.MapGet("/offline", () => new RazorComponentResult<OfflineDocument>()).AllowAnonymous().ExcludeFromDescription();
        return app;
    }
}
