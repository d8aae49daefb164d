using System.Net.WebSockets;
using System.Text;
using Microsoft.Extensions.Time.Testing;

namespace RoomMonitor.Tests.WebSockets;

public sealed class ClientMessageTests
{
    private const string Ping = """{"type":"ping"}""";

    public static TheoryData<string, string> Wrong { get; } = new()
    {
        { """{"type":"subscribe"}""", "unknown_type" },
        { """{"type":"PING"}""", "unknown_type" },
        { """{"type":""}""", "unknown_type" },
        { "ping", "bad_json" },
        { "", "bad_json" },
        { "[]", "bad_json" },
        { "null", "bad_json" },
        { "\"ping\"", "bad_json" },
        { "{}", "bad_json" },
        { """{"type":1}""", "bad_json" },
        { """{"type":null}""", "bad_json" },
        { """{"Type":"ping"}""", "bad_json" },
        { """{"type":"ping","type":"ping"}""", "bad_json" },
        { """{"type":"ping"}{"type":"ping"}""", "bad_json" },
        { """{"type":"ping",}""", "bad_json" },
        { """{"type":"\ud800"}""", "bad_json" },
        { """{"\ud800":1,"type":"ping"}""", "bad_json" },
        { """{"type":"ping","a":""" + new string('[', 1000) + new string(']', 1000) + "}", "bad_json" },
        { new string('[', 4000), "bad_json" },
    };

    [Fact]
    public async Task Ping_IsAnsweredByPong()
    {
        await using var server = await SocketServer.StartAsync();
        using var client = await server.ConnectAsync("/ws/rooms/1/");
        await client.ReadAsync();

        await client.SendAsync("""{"id":7,"type":"ping","nested":{"a":[1]}}""");

        var pong = await client.ReadAsync();
        pong.Fields().Should().Equal("type", "timestamp");
        pong.Type().Should().Be("pong");
        pong.Text("timestamp").Should().Be("2026-11-23T12:30:00.000Z");
    }

    [Theory]
    [InlineData("/ws/rooms/1/")]
    [InlineData("/ws/rooms/overview/")]
    public async Task StatusRequest_IsAnsweredByTheMessageOfTheConnect(string path)
    {
        await using var server = await SocketServer.StartAsync();
        using var client = await server.ConnectAsync(path);
        var first = await client.ReadAsync();
        server.Booking.Create(1);
        var change = await client.ReadAsync();

        await client.SendAsync("""{"type":"status.request"}""");

        var status = await client.ReadAsync();
        status.Fields().Should().Equal(first.Fields());
        status.Type().Should().Be(first.Type());
        status.Epoch().Should().Be(first.Epoch());
        status.Sequence().Should().Be(change.Sequence());
        status.GetRawText().Should().Contain("\"occupied\"");
    }

    [Theory]
    [MemberData(nameof(Wrong))]
    public async Task Message_ThatMeansNothing_IsAnsweredByAnErrorAndTheConnectionStays(string message, string code)
    {
        await using var server = await SocketServer.StartAsync();
        using var client = await server.ConnectAsync("/ws/rooms/overview/");
        await client.ReadAsync();

        await client.SendAsync(message);
        await client.SendAsync(Ping);

        var error = await client.ReadAsync();
        error.Fields().Should().Equal("type", "code", "message", "timestamp");
        error.Type().Should().Be("error");
        error.Text("code").Should().Be(code);
        error.Text("message").Should().NotBeEmpty();
        (await client.ReadAsync()).Type().Should().Be("pong");
    }

    [Fact]
    public async Task Message_OfExactlyTheLimit_IsTaken_AlsoInFragments()
    {
        await using var server = await SocketServer.StartAsync();
        using var client = await server.ConnectAsync("/ws/rooms/1/");
        await client.ReadAsync();
        var message = Encoding.UTF8.GetBytes(Ping.PadRight(4096));

        await client.SendAsync(message);
        await client.SendAsync(message[..5], endOfMessage: false);
        await client.SendAsync([], endOfMessage: false);
        await client.SendAsync(message[5..]);

        (await client.ReadAsync()).Type().Should().Be("pong");
        (await client.ReadAsync()).Type().Should().Be("pong");
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public async Task Message_OverTheLimit_Closes1009(int fragments)
    {
        await using var server = await SocketServer.StartAsync();
        using var client = await server.ConnectAsync("/ws/rooms/1/");
        var part = Encoding.UTF8.GetBytes(new string(' ', (4096 / fragments) + 1));

        // The last fragment never comes: the limit is seen without it.
        for (var i = 0; i < fragments; i++)
        {
            await client.SendAsync(part, endOfMessage: false);
        }

        (await client.ReadToCloseAsync()).Should().Be(WebSocketCloseStatus.MessageTooBig);
        await server.EndedAsync();
        server.Hub.ConnectionCount.Should().Be(0);
    }

    [Fact]
    public async Task Message_Binary_Closes1003()
    {
        await using var server = await SocketServer.StartAsync();
        using var client = await server.ConnectAsync("/ws/rooms/1/");

        await client.SendAsync(Encoding.UTF8.GetBytes(Ping), WebSocketMessageType.Binary);

        (await client.ReadToCloseAsync()).Should().Be(WebSocketCloseStatus.InvalidMessageType);
    }

    [Fact]
    public async Task Message_InvalidUtf8_FailsThatConnectionOnly()
    {
        await using var server = await SocketServer.StartAsync();
        using var bad = await server.ConnectAsync("/ws/rooms/1/");
        using var good = await server.ConnectAsync("/ws/rooms/1/");
        await good.ReadAsync();

        await bad.SendAsync([0x22, 0xC3, 0x28, 0x22]);
        await server.EndedAsync();

        // Kestrel cuts the connection right behind the close frame 1007, so whether that arrives is left to chance.
        server.Hub.ConnectionCount.Should().Be(1);
        await good.SendAsync(Ping);
        (await good.ReadAsync()).Type().Should().Be("pong");
        server.Log.Errors.Should().BeEmpty();
    }

    [Fact]
    public async Task Messages_MoreThanTwentyInTenSeconds_Close1008()
    {
        var real = new FakeTimeProvider();
        await using var server = await SocketServer.StartAsync(real: real);
        using var client = await server.ConnectAsync("/ws/rooms/1/");
        await client.ReadAsync();
        await TwentyPingsAsync();
        real.Advance(TimeSpan.FromSeconds(10));
        await TwentyPingsAsync();
        real.Advance(TimeSpan.FromSeconds(9.9));

        await client.SendAsync(Ping);

        (await client.ReadToCloseAsync()).Should().Be(WebSocketCloseStatus.PolicyViolation);

        async Task TwentyPingsAsync()
        {
            for (var i = 0; i < 20; i++)
            {
                await client.SendAsync(Ping);
                (await client.ReadAsync()).Type().Should().Be("pong");
            }
        }
    }

    [Fact]
    public async Task Close_ByTheClient_IsAnsweredAndForgotten()
    {
        await using var server = await SocketServer.StartAsync();
        using var client = await server.ConnectAsync("/ws/rooms/1/");
        await client.ReadAsync();

        await client.CloseAsync();

        client.CloseStatus.Should().Be(WebSocketCloseStatus.NormalClosure);
        await server.EndedAsync();
        server.Hub.ConnectionCount.Should().Be(0);
    }
}
