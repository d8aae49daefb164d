using System.Net.WebSockets;
using System.Text;
using System.Text.Json;

namespace RoomMonitor.Tests.WebSockets;

/// <summary>A client that reads when told to. Every wait has a generous deadline.</summary>
internal sealed class SocketClient : IDisposable
{
    private readonly ClientWebSocket _socket = new();
    private readonly CancellationTokenSource _deadline = new(TimeSpan.FromSeconds(60));
    private byte[] _buffer = new byte[64 * 1024];

    public WebSocketCloseStatus? CloseStatus => _socket.CloseStatus;

    public string? CloseReason => _socket.CloseStatusDescription;

    public ClientWebSocket Socket => _socket;

    public static async Task<SocketClient> ConnectAsync(Uri server, string path, Action<ClientWebSocketOptions>? configure = null)
    {
        var client = new SocketClient();
        client._socket.Options.CollectHttpResponseDetails = true;
        configure?.Invoke(client._socket.Options);
        await client._socket.ConnectAsync(new Uri($"{(server.Scheme == "https" ? "wss" : "ws")}://{server.Authority}{path}"), client._deadline.Token);
        return client;
    }

    /// <summary>The next message; fails at a close.</summary>
    public async Task<JsonElement> ReadAsync() =>
        await TryReadAsync() ?? throw new InvalidOperationException($"The server closed with {_socket.CloseStatus}: {_socket.CloseStatusDescription}");

    /// <summary>The next message; null at a close.</summary>
    public async Task<JsonElement?> TryReadAsync()
    {
        var length = 0;
        while (true)
        {
            if (length == _buffer.Length)
            {
                Array.Resize(ref _buffer, length * 2);
            }

            var part = await _socket.ReceiveAsync(_buffer.AsMemory(length), _deadline.Token);
            if (part.MessageType == WebSocketMessageType.Close)
            {
                return null;
            }

            length += part.Count;
            if (part.EndOfMessage)
            {
                part.MessageType.Should().Be(WebSocketMessageType.Text);
                return JsonDocument.Parse(_buffer.AsMemory(0, length)).RootElement.Clone();
            }
        }
    }

    /// <summary>Reads on until a message of this type.</summary>
    public async Task<JsonElement> ReadAsync(string type)
    {
        while (true)
        {
            var message = await ReadAsync();
            if (message.Type() == type)
            {
                return message;
            }
        }
    }

    /// <summary>Reads to the end, and answers the close.</summary>
    public async Task<WebSocketCloseStatus?> ReadToCloseAsync()
    {
        while (await TryReadAsync() is not null)
        {
        }

        await _socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, _deadline.Token);
        return _socket.CloseStatus;
    }

    public Task SendAsync(string text) => SendAsync(Encoding.UTF8.GetBytes(text));

    public Task SendAsync(byte[] message, WebSocketMessageType type = WebSocketMessageType.Text, bool endOfMessage = true) =>
        _socket.SendAsync(message, type, endOfMessage, _deadline.Token);

    public Task CloseAsync() => _socket.CloseAsync(WebSocketCloseStatus.NormalClosure, "bye", _deadline.Token);

    public void Dispose()
    {
        _socket.Dispose();
        _deadline.Dispose();
    }
}
