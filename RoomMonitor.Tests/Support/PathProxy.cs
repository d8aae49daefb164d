using System.Collections.Concurrent;
using System.Net.WebSockets;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Logging;

namespace RoomMonitor.Tests.Support;

/// <summary>A proxy that shows a server under a path, and nothing else; it remembers what was asked beside it.</summary>
public sealed class PathProxy : IAsyncDisposable
{
    private static readonly HashSet<string> _ofTheConnection = new(StringComparer.OrdinalIgnoreCase)
    {
        "Connection", "Keep-Alive", "Transfer-Encoding", "Upgrade", "Sec-WebSocket-Key", "Sec-WebSocket-Version", "Sec-WebSocket-Extensions",
    };

    private readonly WebApplication _app;
    private readonly Uri _server;
    private readonly string _path;
    private readonly HttpClient _client = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false });

    private PathProxy(Uri server, string path)
    {
        (_server, _path) = (server, path);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        _app = builder.Build();
        _app.UseWebSockets();
        _app.Run(AnswerAsync);
    }

    /// <summary>Its own root: nothing of the server's is there.</summary>
    public Uri Address => new(_app.Urls.Single());

    public ConcurrentQueue<string> Strays { get; } = [];

    public static async Task<PathProxy> StartAsync(Uri server, string path)
    {
        var proxy = new PathProxy(server, path);
        await proxy._app.StartAsync();
        return proxy;
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        _client.Dispose();
    }

    private Task AnswerAsync(HttpContext context)
    {
        if (!context.Request.Path.StartsWithSegments(_path))
        {
            Strays.Enqueue(context.Request.Path);
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return Task.CompletedTask;
        }

        return context.WebSockets.IsWebSocketRequest ? ConnectAsync(context) : ForwardAsync(context);
    }

    private Uri Target(HttpRequest request, string scheme) =>
        new($"{scheme}://{_server.Authority}{request.Path.ToUriComponent()}{request.QueryString.ToUriComponent()}");

    private async Task ForwardAsync(HttpContext context)
    {
        var (request, response) = (context.Request, context.Response);
        using var asked = new HttpRequestMessage(new HttpMethod(request.Method), Target(request, "http"));
        if (request.ContentLength > 0 || request.Headers.TransferEncoding.Count > 0)
        {
            asked.Content = new StreamContent(request.Body);
        }

        foreach (var (name, values) in request.Headers)
        {
            if (!_ofTheConnection.Contains(name) && !asked.Headers.TryAddWithoutValidation(name, values.ToArray()))
            {
                asked.Content?.Headers.TryAddWithoutValidation(name, values.ToArray());
            }
        }

        using var answer = await _client.SendAsync(asked, HttpCompletionOption.ResponseHeadersRead, context.RequestAborted);
        response.StatusCode = (int)answer.StatusCode;
        foreach (var (name, values) in answer.Headers.Concat(answer.Content.Headers))
        {
            if (!_ofTheConnection.Contains(name))
            {
                response.Headers[name] = values.ToArray();
            }
        }

        context.Features.GetRequiredFeature<IHttpResponseBodyFeature>().DisableBuffering();
        await answer.Content.CopyToAsync(response.Body, context.RequestAborted);
    }

    private async Task ConnectAsync(HttpContext context)
    {
        using var there = new ClientWebSocket();
        foreach (var name in new[] { "Cookie", "Origin", "Host", "User-Agent" })
        {
            there.Options.SetRequestHeader(name, context.Request.Headers[name]);
        }

        await there.ConnectAsync(Target(context.Request, "ws"), context.RequestAborted);
        using var here = await context.WebSockets.AcceptWebSocketAsync();
        await Task.WhenAny(PumpAsync(here, there, context.RequestAborted), PumpAsync(there, here, context.RequestAborted));
    }

    private static async Task PumpAsync(WebSocket from, WebSocket to, CancellationToken cancellationToken)
    {
        var buffer = new byte[64 * 1024];
        while (from.State == WebSocketState.Open)
        {
            var part = await from.ReceiveAsync(buffer, cancellationToken);
            if (part.MessageType == WebSocketMessageType.Close)
            {
                await to.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, cancellationToken);
                return;
            }

            await to.SendAsync(buffer.AsMemory(0, part.Count), part.MessageType, part.EndOfMessage, cancellationToken);
        }
    }
}
