using System.Net;
using Microsoft.AspNetCore.Connections;

namespace RoomMonitor.Web.Sockets.Transport;

/// <summary>
/// Kestrel's transport, of which each connection is counted where it is accepted. One over the limits is told so by
/// <see cref="RefusedConnections"/>; where there is no room for that either it is closed before the next is taken: any later in its life a
/// burst would outrun the closing.
/// </summary>
internal sealed class LimitedTransportFactory(IConnectionListenerFactory transport, ConnectionLimit limit) : IConnectionListenerFactory, IConnectionListenerFactorySelector
{
    public bool CanBind(EndPoint endpoint) => transport is not IConnectionListenerFactorySelector selector || selector.CanBind(endpoint);

    public async ValueTask<IConnectionListener> BindAsync(EndPoint endpoint, CancellationToken cancellationToken = default) =>
        new Listener(await transport.BindAsync(endpoint, cancellationToken), limit);

    private sealed class Listener(IConnectionListener listener, ConnectionLimit limit) : IConnectionListener
    {
        public EndPoint EndPoint => listener.EndPoint;

        public async ValueTask<ConnectionContext?> AcceptAsync(CancellationToken cancellationToken = default)
        {
            while (await listener.AcceptAsync(cancellationToken) is { } connection)
            {
                if (limit.Open(connection) is { } place)
                {
                    connection.Features.Set(place);
                    return new CountedConnection(connection, place);
                }

                connection.Abort(new ConnectionAbortedException("Too many connections."));
                await connection.DisposeAsync();
            }

            return null;
        }

        public ValueTask UnbindAsync(CancellationToken cancellationToken = default) => listener.UnbindAsync(cancellationToken);

        public ValueTask DisposeAsync() => listener.DisposeAsync();
    }
}
