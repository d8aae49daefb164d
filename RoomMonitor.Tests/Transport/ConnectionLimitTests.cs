using System.Net.WebSockets;
using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using RoomMonitor.Tests.WebSockets;
using RoomMonitor.Web.Transport;

namespace RoomMonitor.Tests.Transport;

public sealed class ConnectionLimitTests
{
    private const string Overview = "/ws/rooms/overview/";

    [Fact]
    public async Task Connection_OverTheLimit_IsClosed_AndOneAfterAnotherEndedIsServed()
    {
        var log = new EventLog();
        var ended = new SemaphoreSlim(0);
        var limit = Limit(2, log, new FakeTimeProvider());
        await using var server = await SocketServer.StartAsync(configure: listen =>
        {
            // Outside, so that it tells when the limit has counted a connection out.
            listen.Use(next => async connection =>
            {
                await next(connection);
                ended.Release();
            });
            listen.UseConnectionLimit(limit);
        });
        using var first = await server.ConnectAsync(Overview);
        using var second = await server.ConnectAsync(Overview);

        var third = () => server.ConnectAsync(Overview);
        await third.Should().ThrowAsync<WebSocketException>();

        (await ended.WaitAsync(TimeSpan.FromSeconds(60))).Should().BeTrue();
        await log.WhenAsync(501);
        await first.ReadAsync();
        await first.CloseAsync();
        (await ended.WaitAsync(TimeSpan.FromSeconds(60))).Should().BeTrue();
        using var next = await server.ConnectAsync(Overview);
        await next.ReadAsync();
        await second.ReadAsync();
        server.Log.Errors.Should().BeEmpty();
    }

    [Fact]
    public async Task Warning_ComesOnceAMinute()
    {
        var log = new EventLog();
        var clock = new FakeTimeProvider();
        var limit = Limit(1, log, clock);
        var open = new TaskCompletionSource();
        var serving = limit.RunAsync(new DefaultConnectionContext(), _ => open.Task);

        for (var second = 0; second < 120; second++)
        {
            await limit.RunAsync(new DefaultConnectionContext(), _ => throw new InvalidOperationException("It is over the limit."));
            clock.Advance(TimeSpan.FromSeconds(1));
        }

        log.Count(501).Should().Be(2);
        open.SetResult();
        await serving;
    }

    [Theory]
    [InlineData("Max open files            20000                1048576              files     ", 19_488)]
    [InlineData("Max open files            1024                 524288               files     ", 512)]
    [InlineData("Max open files            256                  256                  files     ", 128)]
    [InlineData("Max open files            unlimited            unlimited            files     ", null)]
    [InlineData("Max processes             63705                63705                processes ", null)]
    public void MaxConnections_LeavesAReserveOfTheOpenFiles(string line, int? expected) =>
        OpenFiles.MaxConnections(["Limit                     Soft Limit           Hard Limit           Units     ", line]).Should().Be(expected);

    private static ConnectionLimit Limit(int connections, EventLog log, TimeProvider clock)
    {
        var logger = LoggerFactory.Create(logging => logging.AddProvider(log)).CreateLogger<ConnectionLimit>();
        return new ConnectionLimit(Options.Create(new TransportOptions { MaxConnections = connections }), clock, logger);
    }
}
