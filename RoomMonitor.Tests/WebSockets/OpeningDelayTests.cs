using System.Net;
using System.Net.WebSockets;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using RoomMonitor.Web.Sockets;
using RoomMonitor.Web.Sockets.Transport;

namespace RoomMonitor.Tests.WebSockets;

public sealed class OpeningDelayTests
{
    private const string Page = "/_blazor";

    private static readonly ClientAddress _flooder = ClientAddress.Of(IPAddress.Parse("192.0.2.1"));
    private static readonly ClientAddress _other = ClientAddress.Of(IPAddress.Parse("192.0.2.2"));

    private readonly FakeTimeProvider _real = new();

    [Fact]
    public async Task Of_GrowsWithWhatWasClosed_IsForgottenByHalves_AndIsNoOthers()
    {
        await using var server = await SocketServer.StartAsync(real: _real);
        var delays = server.App.Services.GetRequiredService<OpeningDelays>();
        delays.Of(_flooder).Should().Be(TimeSpan.Zero);

        for (var i = 0; i < 6; i++)
        {
            delays.Add(_flooder);
        }

        delays.Of(_flooder).Should().Be(6 * OpeningDelays.Step);
        delays.Of(_other).Should().Be(TimeSpan.Zero);
        _real.Advance(OpeningDelays.HalfLife);
        delays.Of(_flooder).Should().Be(3 * OpeningDelays.Step);
        _real.Advance(OpeningDelays.HalfLife * 2);
        delays.Of(_flooder).Should().Be(TimeSpan.Zero);
    }

    [Fact]
    public async Task Of_HasTheLongestAsItsEnd()
    {
        await using var server = await SocketServer.StartAsync(real: _real);
        var delays = server.App.Services.GetRequiredService<OpeningDelays>();
        for (var i = 0; i < 10_000; i++)
        {
            delays.Add(_flooder);
        }

        delays.Of(_flooder).Should().Be(TimeSpan.FromSeconds(5));
        _real.Advance(OpeningDelays.HalfLife * 2);
        delays.Of(_flooder).Should().Be(TimeSpan.FromSeconds(2.5), "however many there were");
    }

    [Theory]
    [InlineData(201)]
    [InlineData(20_000)]
    public async Task Connect_AfterOneThatFlooded_WaitsForTheDelay(int pings)
    {
        await using var server = await SocketServer.StartAsync(real: _real);
        await FloodAsync(server, pings);

        var next = server.ConnectAsync("/ws/rooms/1/");
        var (before, after) = (OpeningDelays.Step / 2, OpeningDelays.Step);
        await WaitingAsync(server, next);
        _real.Advance(before);
        next.IsCompleted.Should().BeFalse();
        _real.Advance(after - before);

        using var client = await next.WaitAsync(TimeSpan.FromSeconds(60));
        (await client.ReadAsync()).Type().Should().Be("room.status");
    }

    [Fact]
    public async Task ConnectOfAPage_AfterOneThatFlooded_WaitsForTheDelay_AndNoOtherSocketDoes()
    {
        await using var server = await SocketServer.StartAsync(real: _real, map: app => app.Map(Page, ServePageAsync));
        using (var flooder = await RawSocketClient.ConnectAsync(server.Address, Page))
        {
            await SendPingsAsync(flooder, 201);
            await flooder.ReadFramesAsync();
        }

        var next = RawSocketClient.ConnectAsync(server.Address, Page);
        await WaitingAsync(server.App.Services.GetRequiredKeyedService<OpeningDelays>(OpeningDelays.OfPages), next);
        using var room = await server.ConnectAsync("/ws/rooms/1/");
        (await room.ReadAsync()).Type().Should().Be("room.status");
        _real.Advance(OpeningDelays.Step / 2);
        next.IsCompleted.Should().BeFalse();
        _real.Advance(OpeningDelays.Step / 2);

        (await next.WaitAsync(TimeSpan.FromSeconds(60))).Dispose();
    }

    [Fact]
    public async Task Stop_WhileOneWaits_IsNotHeldUp()
    {
        await using var server = await SocketServer.StartAsync(real: _real);
        await FloodAsync(server, 201);
        await server.EndedAsync();
        var next = server.ConnectAsync("/ws/rooms/1/");
        await WaitingAsync(server, next);

        server.App.Services.GetRequiredService<IHostApplicationLifetime>().StopApplication();

        // Without any time having passed: it is let in, to be told that the server stops.
        using var client = await next.WaitAsync(TimeSpan.FromSeconds(60));
        while (await client.TryReadAsync() is not null)
        {
        }

        client.CloseStatus.Should().Be(WebSocketCloseStatus.EndpointUnavailable);
    }

    /// <summary>It leaves as soon as it hears that it is told to go: the server may take its time to see that.</summary>
    private static async Task FloodAsync(SocketServer server, int pings)
    {
        using var client = await RawSocketClient.ConnectAsync(server.Address, "/ws/rooms/1/");
        await SendPingsAsync(client, pings);
        while (await client.TryReadFrameAsync() is { } frame && frame.Opcode != RawSocketClient.CloseFrame)
        {
        }
    }

    private static Task SendPingsAsync(RawSocketClient client, int count) =>
        client.SendAsync([.. Enumerable.Repeat(RawSocketClient.Frame(RawSocketClient.PingFrame, []), count).SelectMany(frame => frame)]);

    /// <summary>A socket such as the pages have.</summary>
    private static async Task ServePageAsync(HttpContext context)
    {
        using var socket = await context.WebSockets.AcceptWebSocketAsync();
        var ended = async () => await socket.ReceiveAsync(new byte[1], context.RequestAborted);
        await ended.Should().ThrowAsync<Exception>();
    }

    private static Task WaitingAsync(SocketServer server, Task next) => WaitingAsync(server.App.Services.GetRequiredService<OpeningDelays>(), next);

    /// <summary>The next socket has taken its place, and is not open yet.</summary>
    private static async Task WaitingAsync(OpeningDelays delays, Task next)
    {
        while (delays.Waiting == 0)
        {
            next.IsCompleted.Should().BeFalse("its address has to wait");
            await Task.Delay(1);
        }
    }
}
