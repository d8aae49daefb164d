using System.IO.Pipelines;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Connections.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Core.Features;

namespace RoomMonitor.Web.Sockets.Transport;

/// <summary>Sending without a detour.</summary>
internal static class DirectOutputExtensions
{
    /// <summary>Gives every connection of an endpoint a <see cref="DirectOutput"/>, below TLS and below HTTP.</summary>
    public static void UseDirectOutput(this ListenOptions listen) => listen.Use(next => connection =>
    {
        if (connection.Features.Get<IConnectionSocketFeature>() is { } socket)
        {
            var sender = new SocketSender(socket.Socket);
            var transport = connection.Transport;
            connection.Transport = new DirectTransport(transport.Input, new DirectOutput(connection, sender, transport.Output));
            connection.Features.Set(sender);
        }

        return next(connection);
    });

    /// <summary>
    /// The sender of a connection that is this request's alone from now on, as after an upgrade to WebSocket; null where bytes on the
    /// connection aren't the protocol's own (TLS), where it has several streams (HTTP/2), and where the server is not Kestrel.
    /// </summary>
    public static SocketSender? FindSocketSender(this HttpContext context) =>
        HttpProtocol.IsHttp11(context.Request.Protocol) && context.Features.Get<ITlsHandshakeFeature>() is null
            ? context.Features.Get<SocketSender>()
            : null;

    private sealed record DirectTransport(PipeReader Input, PipeWriter Output) : IDuplexPipe;
}
