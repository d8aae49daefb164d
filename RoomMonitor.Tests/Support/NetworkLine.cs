using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace RoomMonitor.Tests.Support;

/// <summary>A line to a server, on a port of its own, that can be cut, go silent, or let no sockets through.</summary>
public sealed class NetworkLine : IAsyncDisposable
{
    /// <summary>Where <see cref="Page"/> is.</summary>
    public const string PagePath = "/a-page-of-the-tests";

    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly ConcurrentDictionary<TcpClient, bool> _open = new();
    private readonly Uri _server;
    private readonly Task _accepting;

    private NetworkLine(Uri server)
    {
        _server = server;
        _listener.Start();
        Address = new Uri($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}/");
        _accepting = AcceptAsync();
    }

    public Uri Address { get; }

    /// <summary>
    /// What a page of its own holds: one that a browser really gets from here, since Chromium lets no page without an address open sockets
    /// to this machine.
    /// </summary>
    public string Page { get; set; } = "<!doctype html><html lang=\"en\"><title>Test</title><link rel=\"icon\" href=\"data:,\">";

    /// <summary>As a proxy that knows no WebSockets: requests for them are cut.</summary>
    public bool BlocksSockets { get; set; }

    /// <summary>What answers every request in the server's place, such as <c>HTTP/1.1 502 Bad Gateway</c> with more lines; null for nobody.</summary>
    public string? Answer { get; set; }

    /// <summary>Nothing gets through.</summary>
    public bool IsDown { get; set; }

    /// <summary>What is sent gets lost, and nobody is told.</summary>
    public bool IsSilent { get; set; }

    public static NetworkLine To(Uri server) => new(server);

    /// <summary>From now on somebody else answers; see <see cref="Answer"/>.</summary>
    public void AnswerWith(string status, string header, string body)
    {
        Answer = $"HTTP/1.1 {status}\r\n{header}\r\nContent-Length: {Encoding.UTF8.GetByteCount(body)}\r\nConnection: close\r\n\r\n{body}";
        Cut();
    }

    /// <summary>Ends all connections.</summary>
    public void Cut()
    {
        foreach (var client in _open.Keys)
        {
            client.Close();
        }
    }

    public async ValueTask DisposeAsync()
    {
        _listener.Stop();
        Cut();
        await _accepting;
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                _ = ServeAsync(await _listener.AcceptTcpClientAsync());
            }
        }
        catch (Exception exception) when (exception is SocketException or ObjectDisposedException)
        {
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        using var near = client;
        using var far = new TcpClient();
        _open[near] = true;
        try
        {
            var (first, buffer) = (near.GetStream(), new byte[16 * 1024]);
            var length = await first.ReadAsync(buffer);
            if (IsDown || (BlocksSockets && buffer.AsSpan(0, length).StartsWith("GET /ws/"u8)))
            {
                return;
            }

            if (Answer is { } answer)
            {
                await first.WriteAsync(Encoding.UTF8.GetBytes(answer));
                return;
            }

            if (Encoding.ASCII.GetString(buffer, 0, length).StartsWith($"GET {PagePath} ", StringComparison.Ordinal))
            {
                await first.WriteAsync(Encoding.UTF8.GetBytes($"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nConnection: close\r\n\r\n{Page}"));
                return;
            }

            await far.ConnectAsync(_server.Host, _server.Port);
            await far.GetStream().WriteAsync(buffer.AsMemory(0, length));
            await Task.WhenAny(PassAsync(first, far.GetStream()), PassAsync(far.GetStream(), first));
        }
        catch (Exception exception) when (exception is IOException or SocketException or ObjectDisposedException or InvalidOperationException)
        {
            // One of the two ends went.
        }
        finally
        {
            _open.TryRemove(near, out _);
        }
    }

    private async Task PassAsync(NetworkStream from, NetworkStream to)
    {
        var buffer = new byte[64 * 1024];
        int length;
        while ((length = await from.ReadAsync(buffer)) > 0)
        {
            if (!IsSilent)
            {
                await to.WriteAsync(buffer.AsMemory(0, length));
            }
        }
    }
}
