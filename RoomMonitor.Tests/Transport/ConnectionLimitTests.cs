using System.Net;
using System.Net.Sockets;
using System.Net.WebSockets;
using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using RoomMonitor.Tests.Support;
using RoomMonitor.Tests.WebSockets;
using RoomMonitor.Web.Security;
using RoomMonitor.Web.Sockets.Transport;

namespace RoomMonitor.Tests.Transport;

public sealed class ConnectionLimitTests
{
    private const string Overview = "/ws/rooms/overview/";

    [Fact]
    public async Task Socket_OverTheLimit_IsRefused_AndOneAfterAnotherEndedIsServed()
    {
        await using var server = await SocketServer.StartAsync(
            settings: new() { ["Transport:MaxConnections"] = "2" }, host: host => host.UseConnectionLimit(), map: app => app.UseRoomMonitorTransport());
        using var first = await server.ConnectAsync(Overview);
        using var second = await server.ConnectAsync(Overview);

        var third = () => server.ConnectAsync(Overview);
        await third.Should().ThrowAsync<WebSocketException>();

        await server.Log.WhenAsync(501);
        await first.ReadAsync();
        await first.CloseAsync();
        using var next = await ConnectInTheEndAsync(server);
        await next.ReadAsync();
        await second.ReadAsync();
        server.Log.Errors.Should().BeEmpty();
    }

    [Fact]
    public async Task Accept_OverWhatCanBeToldToo_ClosesOneBeforeItTakesTheNext()
    {
        var connections = Enumerable.Range(0, 8).Select(_ => new FakeConnection()).ToList();
        var listener = await new LimitedTransportFactory(new FakeTransport(connections), Limit(2)).BindAsync(new IPEndPoint(IPAddress.Loopback, 0));

        var accepted = new List<ConnectionContext>();
        while (await listener.AcceptAsync() is { } connection)
        {
            accepted.Add(connection);
        }

        accepted.Select(connection => connection.Features.Get<ConnectionPlace>()!.IsServed).Should().Equal(true, true, false, false, false, false);
        connections.Select(connection => connection.IsClosed).Should().Equal(false, false, false, false, false, false, true, true);
    }

    [Fact]
    public async Task Connection_IsCountedOut_Once()
    {
        var connections = Enumerable.Range(0, 4).Select(_ => new FakeConnection()).ToList();
        var listener = await new LimitedTransportFactory(new FakeTransport(connections), Limit(2)).BindAsync(new IPEndPoint(IPAddress.Loopback, 0));
        var first = (await listener.AcceptAsync())!;
        await listener.AcceptAsync();
        await first.DisposeAsync();
        await first.DisposeAsync();

        var third = await listener.AcceptAsync();
        var fourth = await listener.AcceptAsync();

        third!.Features.Get<ConnectionPlace>()!.IsServed.Should().BeTrue("one was closed");
        fourth!.Features.Get<ConnectionPlace>()!.IsServed.Should().BeFalse("it is counted out once");
    }

    /// <summary>A small process keeps answering when more connect at once than it may have files open.</summary>
    [Fact]
    [Trait("Category", "Long")]
    public async Task Burst_OfMoreThanTheOpenFiles_IsSurvived()
    {
        await using var server = await ServerProcess.StartAsync(openFiles: 600);
        var clients = Enumerable.Range(0, 1_500).Select(_ => new Socket(SocketType.Stream, ProtocolType.Tcp)).ToList();
        await Task.WhenAll(clients.Select(client => ConnectOrBeRefusedAsync(client, server.Address.Port)));
        clients.ForEach(client => client.Dispose());

        using var after = await server.ClientAsync();
        (await after.GetAsync("health/ready")).IsSuccessStatusCode.Should().BeTrue(server.Output);
    }

    [Theory]
    [InlineData("Max open files            20000                1048576              files     ", 19_488)]
    [InlineData("Max open files            1024                 524288               files     ", 512)]
    [InlineData("Max open files            600                  600                  files     ", 88)]
    [InlineData("Max open files            256                  256                  files     ", 16)]
    [InlineData("Max open files            unlimited            unlimited            files     ", null)]
    [InlineData("Max processes             63705                63705                processes ", null)]
    public void MaxConnections_LeavesAReserveOfTheOpenFiles(string line, int? expected) =>
        OpenFiles.MaxConnections(["Limit                     Soft Limit           Hard Limit           Units     ", line]).Should().Be(expected);

    /// <summary>Its connection may be on its way out still when a socket has said goodbye.</summary>
    private static async Task<SocketClient> ConnectInTheEndAsync(SocketServer server)
    {
        while (true)
        {
            try
            {
                return await server.ConnectAsync(Overview);
            }
            catch (WebSocketException)
            {
                await Task.Yield();
            }
        }
    }

    /// <summary>One that is closed at once may learn of it while it connects.</summary>
    private static async Task ConnectOrBeRefusedAsync(Socket client, int port)
    {
        try
        {
            await client.ConnectAsync(IPAddress.Loopback, port);
        }
        catch (SocketException)
        {
            // Over the limit.
        }
    }

    private static ConnectionLimit Limit(int connections) => new(
        Options.Create(new TransportOptions { MaxConnections = connections }), Options.Create(new ProxyOptions()), new FakeTimeProvider(), NullLogger<ConnectionLimit>.Instance);

    private sealed class FakeConnection : DefaultConnectionContext
    {
        public bool IsClosed { get; private set; }

        // The base class would cancel a token later, on another thread, that it has disposed of by then.
        public override void Abort(ConnectionAbortedException abortReason)
        {
        }

        public override ValueTask DisposeAsync()
        {
            IsClosed = true;
            return base.DisposeAsync();
        }
    }

    private sealed class FakeTransport(IEnumerable<ConnectionContext> connections) : IConnectionListenerFactory, IConnectionListener
    {
        private readonly Queue<ConnectionContext> _connections = new(connections);

        public EndPoint EndPoint { get; private set; } = new IPEndPoint(IPAddress.None, 0);

        public ValueTask<IConnectionListener> BindAsync(EndPoint endpoint, CancellationToken cancellationToken = default)
        {
            EndPoint = endpoint;
            return ValueTask.FromResult<IConnectionListener>(this);
        }

        public ValueTask<ConnectionContext?> AcceptAsync(CancellationToken cancellationToken = default) =>
            ValueTask.FromResult(_connections.TryDequeue(out var connection) ? connection : null);

        public ValueTask UnbindAsync(CancellationToken cancellationToken = default) => default;

        public ValueTask DisposeAsync() => default;
    }
}
