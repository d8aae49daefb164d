using System.Net;
using System.Net.Sockets;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using RoomMonitor.Tests.WebSockets;
using RoomMonitor.Web.Sockets.Transport;

namespace RoomMonitor.Tests.Transport;

public sealed class DirectOutputTests : IAsyncLifetime
{
    private const int BodyBytes = 20_000_000;

    private static readonly byte[] _body = [.. Enumerable.Range(0, BodyBytes).Select(i => (byte)((i * 7) + (i >> 8)))];

    private readonly CancellationTokenSource _deadline = new(TimeSpan.FromSeconds(60));
    private readonly TaskCompletionSource _isOver = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly EventLog _log = new();
    private WebApplication _app = null!;
    private Uri _address = null!;

    public async Task InitializeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders().AddProvider(_log);
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0, listen => listen.UseDirectOutput()));
        _app = builder.Build();
        _app.MapGet("/whole", (HttpResponse response) => SendAsync(response, BodyBytes));
        _app.MapGet("/pieces", (HttpResponse response) => SendAsync(response, 5000));
        _app.MapGet("/small", () => "small");
        await _app.StartAsync();
        _address = new Uri(_app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());
    }

    public async Task DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
        _deadline.Dispose();
    }

    [Theory]
    [InlineData("/whole", "keep-alive")]
    [InlineData("/pieces", "keep-alive")]
    [InlineData("/whole", "close")]
    [InlineData("/pieces", "close")]
    public async Task BigBody_ToASlowReader_ArrivesWhole(string path, string connection)
    {
        using var client = await ConnectAsync();
        using var reader = await RequestAsync(client, path, connection);
        await HeadAsync(reader);

        // A little now, so that sending gets stuck in the midst, and then the rest.
        var body = new byte[BodyBytes];
        await reader.ReadExactlyAsync(body.AsMemory(0, 1000), _deadline.Token);
        _isOver.Task.IsCompleted.Should().BeFalse();
        await reader.ReadExactlyAsync(body.AsMemory(1000), _deadline.Token);

        body.AsSpan().SequenceEqual(_body).Should().BeTrue();
        await _isOver.Task.WaitAsync(_deadline.Token);
        if (connection == "close")
        {
            (await reader.ReadAsync(new byte[1], _deadline.Token)).Should().Be(0);
        }
    }

    [Fact]
    public async Task PipelinedRequests_AreAnsweredInTurn()
    {
        using var client = await ConnectAsync();
        var one = $"GET /small HTTP/1.1\r\nHost: {_address.Authority}\r\n";
        using var reader = client.GetStream();
        await reader.WriteAsync(Encoding.ASCII.GetBytes($"{one}\r\n{one}\r\n{one}Connection: close\r\n\r\n"), _deadline.Token);

        var answers = await new StreamReader(reader).ReadToEndAsync(_deadline.Token);

        answers.Split("HTTP/1.1 200 OK").Should().HaveCount(4);
        answers.Split("small").Should().HaveCount(4);
    }

    [Fact]
    public async Task Peer_ThatGoesAwayInTheMidst_DoesNoHarm()
    {
        using (var client = await ConnectAsync())
        {
            var reader = await RequestAsync(client, "/pieces", "keep-alive");
            await HeadAsync(reader);
            client.Client.LingerState = new LingerOption(true, 0);
        }

        await _isOver.Task.WaitAsync(_deadline.Token);

        await SmallIsServedAsync();
        _log.Errors.Should().BeEmpty();
    }

    [Fact]
    public async Task Stop_WithAStuckReader_EndsInTime()
    {
        using var client = await ConnectAsync();
        var reader = await RequestAsync(client, "/whole", "keep-alive");
        await HeadAsync(reader);
        await SmallIsServedAsync();

        using var patience = new CancellationTokenSource(TimeSpan.FromMilliseconds(200));
        await _app.StopAsync(patience.Token).WaitAsync(_deadline.Token);

        await _isOver.Task.WaitAsync(_deadline.Token);
        _log.Errors.Should().BeEmpty();
    }

    private async Task SendAsync(HttpResponse response, int piece)
    {
        try
        {
            response.ContentLength = BodyBytes;
            for (var at = 0; at < BodyBytes; at += piece)
            {
                await response.Body.WriteAsync(_body.AsMemory(at, Math.Min(piece, BodyBytes - at)));
                if (response.HttpContext.RequestAborted.IsCancellationRequested)
                {
                    return;
                }
            }
        }
        finally
        {
            _isOver.TrySetResult();
        }
    }

    private async Task SmallIsServedAsync()
    {
        using var http = new HttpClient();
        (await http.GetStringAsync(new Uri(_address, "/small"), _deadline.Token)).Should().Be("small");
    }

    private async Task<TcpClient> ConnectAsync()
    {
        var client = new TcpClient { ReceiveBufferSize = 4096 };
        await client.ConnectAsync(_address.Host, _address.Port, _deadline.Token);
        return client;
    }

    private async Task<NetworkStream> RequestAsync(TcpClient client, string path, string connection)
    {
        var stream = client.GetStream();
        var request = $"GET {path} HTTP/1.1\r\nHost: {_address.Authority}\r\nConnection: {connection}\r\n\r\n";
        await stream.WriteAsync(Encoding.ASCII.GetBytes(request), _deadline.Token);
        return stream;
    }

    private async Task HeadAsync(NetworkStream stream)
    {
        var head = new StringBuilder();
        var one = new byte[1];
        while (!head.ToString().EndsWith("\r\n\r\n", StringComparison.Ordinal))
        {
            await stream.ReadExactlyAsync(one, _deadline.Token);
            head.Append((char)one[0]);
        }

        head.ToString().Should().StartWith("HTTP/1.1 200");
    }
}
