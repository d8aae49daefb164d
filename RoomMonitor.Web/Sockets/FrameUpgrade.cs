using Microsoft.AspNetCore.Http.Features;

namespace RoomMonitor.Web.Sockets;

/// <summary>
/// Puts <see cref="ClientFrames"/> under every WebSocket, those of the pages too, before the framework takes the connection: as a feature of
/// the request they are there for whoever accepts it.
/// </summary>
internal static class FrameUpgrade
{
    private static readonly PathString _sockets = "/ws";

    public static Task CountAsync(HttpContext context, RequestDelegate next, SocketOptions options, TimeProvider clock)
    {
        var upgrade = context.Features.Get<IHttpUpgradeFeature>();
        var connect = context.Features.Get<IHttpExtendedConnectFeature>();
        if (upgrade?.IsUpgradableRequest == true || connect?.IsExtendedConnect == true)
        {
            // The pages' own socket leaves messages to whoever handles them: a busy page has many.
            var frames = new ClientFrames(options, clock, context.Request.Path.StartsWithSegments(_sockets)) { Flooded = context.Abort };
            context.Features.Set(frames);
            if (upgrade is not null)
            {
                context.Features.Set<IHttpUpgradeFeature>(new Upgrade(upgrade, frames, context.RequestAborted));
            }

            if (connect is not null)
            {
                context.Features.Set<IHttpExtendedConnectFeature>(new Connect(connect, frames, context.RequestAborted));
            }
        }

        return next(context);
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
