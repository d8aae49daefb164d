using Microsoft.AspNetCore.Http.Features;
using RoomMonitor.Web.Sockets.Transport;

namespace RoomMonitor.Web.Sockets;

/// <summary>
/// Puts <see cref="ClientFrames"/> under every WebSocket, those of the pages too, before the framework takes the connection: as a feature of
/// the request they are there for whoever accepts it.
/// </summary>
internal static class FrameUpgrade
{
    private static readonly PathString _sockets = "/ws";

    /// <param name="delays">Those of the pages' sockets; <c>/ws</c> knows more of why it closes one, and has its own.</param>
    public static Task CountAsync(HttpContext context, RequestDelegate next, SocketOptions options, OpeningDelays delays, TimeProvider clock)
    {
        var upgrade = context.Features.Get<IHttpUpgradeFeature>();
        var connect = context.Features.Get<IHttpExtendedConnectFeature>();
        if (upgrade?.IsUpgradableRequest != true && connect?.IsExtendedConnect != true)
        {
            return next(context);
        }

        // The pages' own socket leaves messages to whoever handles them: a busy page has many.
        var isRoomSocket = context.Request.Path.StartsWithSegments(_sockets);
        var frames = new ClientFrames(options, clock, isRoomSocket) { Flooded = context.Abort };
        context.Features.Set(frames);
        if (upgrade is not null)
        {
            context.Features.Set<IHttpUpgradeFeature>(new Upgrade(upgrade, frames, context.RequestAborted));
        }

        if (connect is not null)
        {
            context.Features.Set<IHttpExtendedConnectFeature>(new Connect(connect, frames, context.RequestAborted));
        }

        return isRoomSocket ? next(context) : OpenPageAsync(context, next, frames, delays);
    }

    /// <summary>No browser floods: whose page's socket did is kept waiting, and others of its address only with it.</summary>
    private static async Task OpenPageAsync(HttpContext context, RequestDelegate next, ClientFrames frames, OpeningDelays delays)
    {
        var peer = ClientAddress.Of(context);
        frames.Flooded = () =>
        {
            delays.Add(peer);
            context.Abort();
        };
        try
        {
            await delays.WaitAsync(peer, context.RequestAborted);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // It didn't wait.
            return;
        }

        await next(context);
    }

    /// <summary>HTTP/1.1.</summary>
    private sealed class Upgrade(IHttpUpgradeFeature upgrade, ClientFrames frames, CancellationToken aborted) : IHttpUpgradeFeature
    {
        public bool IsUpgradableRequest => upgrade.IsUpgradableRequest;

        public async Task<Stream> UpgradeAsync() => new FrameStream(await upgrade.UpgradeAsync(), frames, aborted);
    }

    /// <summary>HTTP/2 (RFC 8441).</summary>
    private sealed class Connect(IHttpExtendedConnectFeature connect, ClientFrames frames, CancellationToken aborted) : IHttpExtendedConnectFeature
    {
        public bool IsExtendedConnect => connect.IsExtendedConnect;

        public string? Protocol => connect.Protocol;

        public async ValueTask<Stream> AcceptAsync() => new FrameStream(await connect.AcceptAsync(), frames, aborted);
    }
}
