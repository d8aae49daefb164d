using System.Net;
using RoomMonitor.Bench.Fuzz;
using RoomMonitor.Tests.Support;
using RoomMonitor.Tests.WebSockets;

namespace RoomMonitor.Tests.Transport;

/// <summary>What <c>bench/run fuzz</c> found, and a small run of its frames.</summary>
public sealed class FuzzTests
{
    private const int Sockets = 60;
    private const int FramesPerSocket = 10;
    private const int Seed = 13;

    [Fact]
    public async Task Form_ThatEndsInItsMidst_IsNoErrorOfTheServer()
    {
        await using var app = new RoomMonitorApp();
        using var client = app.CreateClient();
        using var half = new ByteArrayContent("--x\r\n"u8.ToArray()) { Headers = { { "Content-Type", "multipart/form-data; boundary=x" } } };

        (await client.PostAsync("/monitor", half)).StatusCode.Should().Be(HttpStatusCode.BadRequest);
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
