using System.Globalization;
using System.Net.WebSockets;
using Microsoft.AspNetCore.Server.Kestrel.Core.Features;
using Microsoft.Extensions.Options;
using RoomMonitor.Domain.Names;
using RoomMonitor.Web.Accounts;
using RoomMonitor.Web.Security;
using RoomMonitor.Web.Sockets.Transport;

namespace RoomMonitor.Web.Sockets;

/// <summary>What happens before the upgrade to a socket: everything that is refused is refused here, with an HTTP problem.</summary>
internal sealed class SocketEndpoints(RoomSocketHub hub, SocketAddressGuard guard, OpeningDelays delays, IOptions<SocketOptions> options)
{
    /// <summary><c>/ws/rooms/{room_id}/</c></summary>
    public Task RoomAsync(HttpContext context)
    {
        // The route's own constraint makes it a number.
        var roomId = int.Parse((string)context.Request.RouteValues["room_id"]!, CultureInfo.InvariantCulture);
        return OpenAsync(context, new SocketAddress(roomId, null), $"There is no active room {roomId}.");
    }

    /// <summary><c>/ws/rooms/overview/?building=&amp;heartbeat=light</c></summary>
    public Task OverviewAsync(HttpContext context)
    {
        var building = NameText.Plain(context.Request.Query["building"].ToString()) is { Length: > 0 } given ? given : null;
        return OpenAsync(context, new SocketAddress(null, building), $"There is no building \"{building}\" with an active room.");
    }

    private async Task OpenAsync(HttpContext context, SocketAddress address, string unknown)
    {
        if (!hub.Exists(address))
        {
            await RefuseAsync(context, StatusCodes.Status404NotFound, unknown);
        }
        else if (!SocketOrigins.IsAllowed(context.Request, options.Value.AllowedOrigins))
        {
            await RefuseAsync(context, StatusCodes.Status403Forbidden, "Pages of this origin may not open sockets here (WebSockets:AllowedOrigins).");
        }
        else if (!context.WebSockets.IsWebSocketRequest)
        {
            context.Response.Headers.SecWebSocketVersion = "13";
            if (HttpProtocol.IsHttp11(context.Request.Protocol))
            {
                context.Response.Headers.Upgrade = "websocket";
                context.Response.Headers.Connection = "Upgrade";
            }

            await RefuseAsync(context, StatusCodes.Status426UpgradeRequired, "This is a WebSocket: open it with a WebSocket client (RFC 6455, version 13).");
        }
        else
        {
            await OpenGuardedAsync(context, address);
        }
    }

    private async Task OpenGuardedAsync(HttpContext context, SocketAddress address)
    {
        var peer = ClientAddress.Of(context);
        switch (guard.Open(peer))
        {
            case ShareVerdict.ShareTaken:
                context.Response.Headers.RetryAfter = "1";
                await RefuseAsync(context, StatusCodes.Status429TooManyRequests, "Too many sockets from this address.");
                return;
            case ShareVerdict.AllTaken:
                await NoRoom.SayAsync(context, "As many sockets are open as may be.");
                return;
        }

        try
        {
            // Its place is taken meanwhile: who lets many wait has no more of them than who has them open.
            await delays.WaitAsync(peer, context.RequestAborted);

            // A slow reader is the hub's affair: Kestrel's own idea of a minimum rate would cut it long before 30 s.
            if (context.Features.Get<IHttpMinResponseDataRateFeature>() is { } rate)
            {
                rate.MinDataRate = null;
            }

            var isLight = context.Request.Query["heartbeat"] == "light";
            using var socket = await context.WebSockets.AcceptWebSocketAsync(new WebSocketAcceptContext
            {
                KeepAliveInterval = options.Value.KeepAliveDelay,
                KeepAliveTimeout = options.Value.KeepAliveTimeout,
            });
            using var lease = Watch(context, socket);
            await hub.ServeAsync(
                socket, context.FindSocketSender(), context.Features.Get<ClientFrames>(), address, isLight, () => delays.Add(peer));
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // It didn't wait.
        }
        finally
        {
            guard.Close(peer);
        }
    }

    /// <summary>Everybody may listen; who came as somebody is cut off when that is over, and may come again.</summary>
    private static IDisposable? Watch(HttpContext context, WebSocket socket) => context.User.Identity?.IsAuthenticated == true
        ? context.RequestServices.GetRequiredService<Sessions>().Watch(context.User, user =>
        {
            if (user is null)
            {
                socket.Abort();
            }
        })
        : null;

    private static Task RefuseAsync(HttpContext context, int status, string detail) =>
        Results.Problem(detail, statusCode: status).ExecuteAsync(context);
}
