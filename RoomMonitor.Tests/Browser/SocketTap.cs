using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Microsoft.Playwright;

namespace RoomMonitor.Tests.Browser;

/// <summary>Sits between a page's sockets and the server: notes what the page sends, and may change what the server says.</summary>
internal sealed class SocketTap
{
    private readonly ConcurrentQueue<string> _sent = new();
    private IWebSocketRoute? _page;

    /// <summary>What the page gets for one message of the server; it may hold some back and send them later.</summary>
    public Func<string, IEnumerable<string>> Pass { get; set; } = text => [text];

    public int Requests => _sent.Count(text => text.Contains("status.request", StringComparison.Ordinal));

    /// <summary>Sockets that the page has opened so far.</summary>
    public int Opened { get; private set; }

    public static async Task<SocketTap> OnAsync(IPage page)
    {
        var tap = new SocketTap();
        await page.RouteWebSocketAsync("**/ws/rooms/**", tap.Connect);
        return tap;
    }

    /// <summary>Type, epoch and so on of a message.</summary>
    public static JsonNode Parse(string text) => JsonNode.Parse(text)!;

    public static bool IsUpdate(string text) => text.StartsWith("{\"type\":\"room.update\"", StringComparison.Ordinal);

    public void Send(string text) => _page!.Send(text);

    /// <summary>Closes as the server would.</summary>
    public Task CloseAsync(int code, string reason) => _page!.CloseAsync(new WebSocketRouteCloseOptions { Code = code, Reason = reason });

    private void Connect(IWebSocketRoute page)
    {
        _page = page;
        Opened++;
        var server = page.ConnectToServer();
        page.OnMessage(frame =>
        {
            _sent.Enqueue(frame.Text!);
            server.Send(frame.Text!);
        });
        server.OnMessage(frame =>
        {
            foreach (var text in Pass(frame.Text!))
            {
                page.Send(text);
            }
        });
    }
}
