using Microsoft.AspNetCore.Connections.Features;

namespace RoomMonitor.Web.Sockets.Transport;

/// <summary>Looks at the place of the connection on which a request comes.</summary>
internal static class RefusedConnections
{
    public static Task AnswerAsync(HttpContext context, RequestDelegate next)
    {
        var place = context.Features.Get<ConnectionPlace>();
        place?.RequestCame();
        if (place is not { IsServed: false })
        {
            return next(context);
        }

        // Over HTTP/2 it ends so, and over HTTP/1.1 the header says it too.
        context.Features.Get<IConnectionLifetimeNotificationFeature>()?.RequestClose();
        return NoRoom.SayAsync(context, "As many connections are open as the server, or one address, may have.");
    }
}
