using System.Net.Http.Json;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using RoomMonitor.Bench.Core;

namespace RoomMonitor.Bench.Circuits;

/// <summary>A SignalR connection to <c>_blazor</c>: negotiated, over a WebSocket without compression, and never silent for long.</summary>
internal sealed class CircuitLine : IAsyncDisposable
{
    /// <summary>As js/connection.js has it.</summary>
    private static readonly TimeSpan _keepAlive = TimeSpan.FromSeconds(5);

    private readonly ClientWebSocket _socket;
    private readonly SemaphoreSlim _sending = new(1, 1);
    private readonly HubFrames _frames = new();
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _pinging;
    private readonly byte[] _smallBuffer = new byte[4096];

    private CircuitLine(ClientWebSocket socket)
    {
        _socket = socket;
        _pinging = PingAsync();
    }

    /// <summary>Reads the body of one frame.</summary>
    /// <param name="receivedAt">When what it came with had arrived as a whole.</param>
    public delegate void FrameReceived(ReadOnlyMemory<byte> body, long receivedAt);

    public static async Task<CircuitLine> OpenAsync(HttpClient http, Uri root, string cookies)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(root, "_blazor/negotiate?negotiateVersion=1"));
        request.Headers.Add("Cookie", cookies);
        using var answer = await http.SendAsync(request);
        answer.EnsureSuccessStatusCode();
        var token = (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("connectionToken").GetString()!;
        var socket = new ClientWebSocket();
        socket.Options.Proxy = null;
        socket.Options.KeepAliveInterval = TimeSpan.Zero;
        socket.Options.SetRequestHeader("Cookie", cookies);
        await socket.ConnectAsync(new UriBuilder(root) { Scheme = "ws", Path = "_blazor", Query = $"id={Uri.EscapeDataString(token)}" }.Uri, CancellationToken.None);
        await socket.SendAsync(Encoding.UTF8.GetBytes(HubFrames.Handshake), WebSocketMessageType.Text, true, CancellationToken.None);
        var handshake = new byte[256];
        var received = await socket.ReceiveAsync(handshake, CancellationToken.None);
        return Encoding.UTF8.GetString(handshake, 0, received.Count) == "{}\u001e"
            ? new CircuitLine(socket)
            : throw new BenchException("The server refused the protocol of circuits.");
    }

    /// <summary>Sends what is written as one WebSocket message.</summary>
    public async ValueTask SendAsync(Action<HubFrames> write)
    {
        await _sending.WaitAsync();
        try
        {
            _frames.Clear();
            write(_frames);
            if (_frames.Written.Length > 0)
            {
                await _socket.SendAsync(_frames.Written, WebSocketMessageType.Binary, true, _stop.Token);
            }
        }
        finally
        {
            _sending.Release();
        }
    }

    /// <summary>Receives until the connection ends; answers are sent after each message.</summary>
    /// <param name="read">Called for each frame; what it wants to answer waits for <paramref name="answer"/>.</param>
    public async Task ReceiveAsync(FrameReceived read, Func<ValueTask> answer)
    {
        var (buffer, length) = (_smallBuffer, 0);
        while (true)
        {
            var part = await _socket.ReceiveAsync(buffer.AsMemory(length), _stop.Token);
            if (part.MessageType == WebSocketMessageType.Close)
            {
                return;
            }

            length += part.Count;
            if (part.EndOfMessage)
            {
                var used = ReadFrames(buffer.AsMemory(0, length), read);
                buffer.AsSpan(used, length - used).CopyTo(buffer);
                length -= used;
                buffer = length == 0 ? _smallBuffer : buffer;
                await answer();
            }

            if (length == buffer.Length)
            {
                Array.Resize(ref buffer, 2 * length);
            }
        }
    }

    /// <summary>Ends the connection, as abruptly as a browser does, and with it the receiving.</summary>
    public Task HangUpAsync() => _stop.CancelAsync();

    public async ValueTask DisposeAsync()
    {
        await HangUpAsync();
        await _pinging;
        _socket.Dispose();
        _sending.Dispose();
        _stop.Dispose();
    }

    private static int ReadFrames(ReadOnlyMemory<byte> received, FrameReceived read)
    {
        var now = System.Diagnostics.Stopwatch.GetTimestamp();
        var used = 0;
        while (HubFrames.TryRead(received[used..], out var body, out var size))
        {
            read(body, now);
            used += size;
        }

        return used;
    }

    private async Task PingAsync()
    {
        using var timer = new PeriodicTimer(_keepAlive);
        try
        {
            while (await timer.WaitForNextTickAsync(_stop.Token))
            {
                await SendAsync(frames => frames.AddPing());
            }
        }
        catch (Exception exception) when (exception is OperationCanceledException or WebSocketException)
        {
            // Hung up; the receiver tells.
        }
    }
}
