using System.Net;
using System.Net.Http.Headers;
using System.Net.WebSockets;
using System.Text.Json;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Options;

namespace RoomMonitor.Tests.WebSockets;

public sealed class SocketRefusalTests
{
    private const string Overview = "/ws/rooms/overview/";

    [Theory]
    [InlineData("/ws/rooms/4/")]
    [InlineData("/ws/rooms/0")]
    [InlineData("/ws/rooms/-1/")]
    [InlineData("/ws/rooms/one/")]
    [InlineData("/ws/rooms/99999999999/")]
    [InlineData("/ws/rooms/overview/?building=C")]
    public async Task Connect_UnknownRoomOrBuilding_Is404BeforeTheUpgrade(string path)
    {
        await using var server = await SocketServer.StartAsync(rooms: 3);

        (await RefusedAsync(server, path)).Should().Be(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Connect_InactiveRoom_Is404()
    {
        await using var server = await SocketServer.StartAsync(rooms: 1);
        using var overview = await server.ConnectAsync(Overview);
        await overview.ReadAsync();
        var rooms = CampusBooking.Rooms(2);
        rooms[0].IsActive = false;
        server.Broadcaster.Load(server.Booking.Load(rooms));
        await overview.ReadAsync();

        (await RefusedAsync(server, "/ws/rooms/1/")).Should().Be(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Request_WithoutUpgrade_Is426WithAProblem()
    {
        await using var server = await SocketServer.StartAsync();
        using var http = new HttpClient { BaseAddress = server.Address };

        using var response = await http.GetAsync(Overview);
        using var other = await http.PostAsync(Overview, null);
        using var unknown = await http.GetAsync("/ws/rooms/77/");

        response.StatusCode.Should().Be(HttpStatusCode.UpgradeRequired);
        response.Headers.Upgrade.Should().ContainSingle().Which.Should().Be(new ProductHeaderValue("websocket"));
        response.Headers.GetValues("Sec-WebSocket-Version").Should().Equal("13");
        response.Content.Headers.ContentType!.MediaType.Should().Be("application/problem+json");
        JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement.Text("detail").Should().Contain("WebSocket");
        other.StatusCode.Should().Be(HttpStatusCode.MethodNotAllowed);
        unknown.StatusCode.Should().Be(HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData("https://monitor.example.edu", true)]
    [InlineData("HTTPS://MONITOR.example.edu:443", true)]
    [InlineData(null, true)]
    [InlineData("same", true)]
    [InlineData("http://monitor.example.edu", false)]
    [InlineData("https://monitor.example.edu.evil.example", false)]
    [InlineData("https://evil.example", false)]
    [InlineData("null", false)]
    public async Task Connect_WhereOriginsAreListed_LetsInThoseAndTheSameAndNone(string? origin, bool isAllowed)
    {
        await using var server = await SocketServer.StartAsync(settings: new() { ["WebSockets:AllowedOrigins:0"] = "https://monitor.example.edu/" });
        var given = origin == "same" ? $"http://{server.Address.Authority}" : origin;
        void Configure(ClientWebSocketOptions options)
        {
            if (given is not null)
            {
                options.SetRequestHeader("Origin", given);
            }
        }

        if (isAllowed)
        {
            using var client = await server.ConnectAsync(Overview, Configure);
            (await client.ReadAsync()).Type().Should().Be("rooms.status");
        }
        else
        {
            (await RefusedAsync(server, Overview, Configure)).Should().Be(HttpStatusCode.Forbidden);
        }
    }

    [Fact]
    public async Task Connect_WhereNoOriginIsListed_LetsInAny()
    {
        await using var server = await SocketServer.StartAsync();

        using var client = await server.ConnectAsync(Overview, options => options.SetRequestHeader("Origin", "https://elsewhere.example"));

        (await client.ReadAsync()).Type().Should().Be("rooms.status");
    }

    [Fact]
    public async Task Connect_OverTheAddressLimit_Is429UntilOneCloses()
    {
        await using var server = await SocketServer.StartAsync(settings: new() { ["WebSockets:MaxOpenPerAddress"] = "2" });
        using var first = await server.ConnectAsync(Overview);
        using var second = await server.ConnectAsync(Overview);

        (await RefusedAsync(server, Overview)).Should().Be(HttpStatusCode.TooManyRequests);
        await server.EndedAsync();
        await first.CloseAsync();
        await server.EndedAsync();

        using var third = await server.ConnectAsync(Overview);
        (await third.ReadAsync()).Type().Should().Be("rooms.status");
    }

    [Fact]
    public async Task Connect_OverAll_Is503()
    {
        await using var server = await SocketServer.StartAsync(settings: new() { ["WebSockets:MaxOpen"] = "1" });
        using var first = await server.ConnectAsync(Overview);

        (await RefusedAsync(server, Overview)).Should().Be(HttpStatusCode.ServiceUnavailable);
        server.Log.Count(204).Should().Be(1);
    }

    [Fact]
    public async Task Connect_OverHttp2_Works()
    {
        await using var server = await SocketServer.StartAsync(protocols: HttpProtocols.Http2);
        using var http = new HttpMessageInvoker(new SocketsHttpHandler());
        using var socket = new ClientWebSocket();
        socket.Options.HttpVersion = HttpVersion.Version20;
        socket.Options.HttpVersionPolicy = HttpVersionPolicy.RequestVersionExact;
        await socket.ConnectAsync(new Uri($"ws://{server.Address.Authority}{Overview}"), http, CancellationToken.None);

        var message = await socket.ReceiveAsync(new byte[4096], CancellationToken.None);

        message.MessageType.Should().Be(WebSocketMessageType.Text);
    }

    [Theory]
    [InlineData("WebSockets:AllowedOrigins:0", "monitor.example.edu")]
    [InlineData("WebSockets:QueueLength", "0")]
    [InlineData("WebSockets:RoomHeartbeat", "00:00:00")]
    public async Task Start_WithOptionsThatMakeNoSense_Fails(string key, string value)
    {
        var start = async () => await SocketServer.StartAsync(settings: new() { [key] = value });

        await start.Should().ThrowAsync<OptionsValidationException>();
    }

    private static async Task<HttpStatusCode> RefusedAsync(SocketServer server, string path, Action<ClientWebSocketOptions>? configure = null)
    {
        HttpStatusCode status = default;
        var connect = async () =>
        {
            using var socket = new ClientWebSocket();
            socket.Options.CollectHttpResponseDetails = true;
            configure?.Invoke(socket.Options);
            try
            {
                await socket.ConnectAsync(new Uri($"ws://{server.Address.Authority}{path}"), CancellationToken.None);
            }
            finally
            {
                status = socket.HttpStatusCode;
            }
        };
        await connect.Should().ThrowAsync<WebSocketException>();
        return status;
    }
}
