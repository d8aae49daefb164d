using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using RoomMonitor.Bench.Fuzz;
using RoomMonitor.Tests.Support;
using RoomMonitor.Tests.WebSockets;

namespace RoomMonitor.Tests.Transport;

/// <summary>A small run of what <c>bench/run fuzz</c> does with a hundred thousand.</summary>
public sealed class FuzzTests
{
    private const int Requests = 300;
    private const int Sockets = 60;
    private const int FramesPerSocket = 10;
    private const int Seed = 13;

    [Fact]
    public async Task Requests_WithSomethingWrong_AreNoErrorOfTheServer()
    {
        var log = new EventLog();
        await using var app = new RoomMonitorApp().With("RateLimits:RequestsPerMinute", "1000000").With("RateLimits:FailedLoginsPerMinute", "1000000")
            .WithServices(services => services.AddSingleton<ILoggerProvider>(log));
        await app.AddRoomAsync();
        var administrator = await app.SignInAsAdministratorAsync();
        using var anonymous = app.CreateClient(new() { AllowAutoRedirect = false });
        using var half = new ByteArrayContent("--x\r\n"u8.ToArray()) { Headers = { { "Content-Type", "multipart/form-data; boundary=x" } } };
        (await anonymous.PostAsync("/monitor", half)).StatusCode.Should().Be(HttpStatusCode.BadRequest);
        var requests = new FuzzRequests(Seed);
        var failed = new List<string>();
        for (var i = 0; i < Requests; i++)
        {
            var request = requests.Next();
            using var message = new HttpRequestMessage(new HttpMethod(request.Method), new Uri($"http://localhost{request.Target}")) { Content = new ByteArrayContent(request.Body) };
            message.Content.Headers.TryAddWithoutValidation("Content-Type", request.ContentType);
            using var response = await (i % 2 == 0 ? anonymous : administrator.Http).SendAsync(message);
            if (response.StatusCode >= HttpStatusCode.InternalServerError)
            {
                failed.Add($"{(int)response.StatusCode} {request.Method} {request.Target}");
            }
        }

        failed.Should().BeEmpty();
        log.Errors.Should().BeEmpty();
    }

    [Fact]
    public async Task Frames_WithSomethingWrong_EndTheirOwnSocketAtMost()
    {
        await using var server = await SocketServer.StartAsync();
        using var good = await server.ConnectAsync("/ws/rooms/1/");
        await good.ReadAsync();
        var frames = new FuzzFrames(Seed);
        for (var i = 0; i < Sockets; i++)
        {
            using var client = await RawSocketClient.ConnectAsync(server.Address, "/ws/rooms/overview/");
            try
            {
                for (var frame = 0; frame < FramesPerSocket; frame++)
                {
                    await client.SendAsync(frames.Next());
                }
            }
            catch (IOException)
            {
                // It was one too many.
            }
        }

        await server.EndedAsync(Sockets);
        server.Hub.ConnectionCount.Should().Be(1);
        await good.SendAsync("""{"type":"ping"}""");
        (await good.ReadAsync()).Type().Should().Be("pong");
        server.Log.Errors.Should().BeEmpty();
    }
}
