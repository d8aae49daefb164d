// Prints what changes on campus. With the .NET SDK 10, as it is:
//
//     dotnet run RoomWatch.cs http://localhost:5080
#:property PublishAot=false

using System.Net;
using System.Net.WebSockets;
using System.Text.Json;

var server = args.FirstOrDefault() ?? "http://localhost:5080";
var address = new Uri($"ws{server.TrimEnd('/')["http".Length..]}/ws/rooms/overview/?heartbeat=light");
var watch = new RoomWatch();
var failures = 0;
while (true)
{
    using var socket = new ClientWebSocket();
    socket.Options.CollectHttpResponseDetails = true;

    // Pings the server, so that a dead line is noticed; pongs are answered by the library.
    socket.Options.KeepAliveInterval = TimeSpan.FromSeconds(15);
    socket.Options.KeepAliveTimeout = TimeSpan.FromSeconds(30);
    try
    {
        await socket.ConnectAsync(address, CancellationToken.None);
        await watch.FollowAsync(socket, () => failures = 0);
    }
    catch (Exception exception) when (exception is WebSocketException or OperationCanceledException)
    {
        if (socket.HttpStatusCode is HttpStatusCode.NotFound or HttpStatusCode.Forbidden)
        {
            Console.Error.WriteLine($"The server refuses: {socket.HttpStatusCode}");
            return 1;
        }

        Console.Error.WriteLine(exception.Message);
    }

    var pause = TimeSpan.FromSeconds(Math.Min(30, Math.Pow(2, failures++)) * (0.5 + (Random.Shared.NextDouble() / 2)));
    Console.WriteLine(FormattableString.Invariant($"connection lost, next try in {pause.TotalSeconds:0.0} s"));
    await Task.Delay(pause);
}

/// <summary>The state, kept as docs/websocket-protocol.md says.</summary>
internal sealed class RoomWatch
{
    private static readonly byte[] _request = """{"type":"status.request"}"""u8.ToArray();

    /// <summary>A heartbeat is due every 60 s.</summary>
    private static readonly TimeSpan _silence = TimeSpan.FromSeconds(70);

    private readonly Dictionary<int, string> _rooms = [];
    private byte[] _buffer = new byte[64 * 1024];
    private string? _epoch;
    private long _sequence;

    /// <summary>Ends when the server closes.</summary>
    public async Task FollowAsync(WebSocket socket, Action heard)
    {
        while (await ReadAsync(socket) is { } text)
        {
            heard();
            using var message = JsonDocument.Parse(text);
            if (!TryApply(message.RootElement))
            {
                await socket.SendAsync(_request, WebSocketMessageType.Text, true, CancellationToken.None);
            }
        }

        await socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, CancellationToken.None);
    }

    private async Task<ReadOnlyMemory<byte>?> ReadAsync(WebSocket socket)
    {
        using var deadline = new CancellationTokenSource(_silence);
        for (var length = 0; ;)
        {
            if (length == _buffer.Length)
            {
                Array.Resize(ref _buffer, length * 2);
            }

            var part = await socket.ReceiveAsync(_buffer.AsMemory(length), deadline.Token);
            if (part.MessageType == WebSocketMessageType.Close)
            {
                return null;
            }

            length += part.Count;
            if (part.EndOfMessage)
            {
                return _buffer.AsMemory(0, length);
            }
        }
    }

    /// <summary>False where a status has to be asked for.</summary>
    private bool TryApply(JsonElement message)
    {
        if (!message.TryGetProperty("sequence", out var number))
        {
            // pong, error
            return true;
        }

        var (epoch, sequence) = (message.GetProperty("epoch").GetString(), number.GetInt64());
        if (message.TryGetProperty("rooms", out var rooms))
        {
            // rooms.status, heartbeat: the whole state
            foreach (var room in rooms.EnumerateArray())
            {
                Take(room);
            }

            foreach (var gone in _rooms.Keys.Except(rooms.EnumerateArray().Select(room => room.GetProperty("room_id").GetInt32())).ToList())
            {
                _rooms.Remove(gone);
            }

            (_epoch, _sequence) = (epoch, sequence);
            return true;
        }

        var isBeat = message.GetProperty("type").GetString() == "heartbeat";
        if (epoch != _epoch || sequence != _sequence + (isBeat ? 0 : 1))
        {
            return false;
        }

        if (!isBeat)
        {
            Take(message.GetProperty("status"));
            _sequence = sequence;
        }

        return true;
    }

    private void Take(JsonElement room)
    {
        var (id, status) = (room.GetProperty("room_id").GetInt32(), room.GetProperty("occupancy_status").GetString()!);
        if (_rooms.GetValueOrDefault(id) != status)
        {
            Console.WriteLine($"{room.GetProperty("room_name").GetString()}: {status}");
            _rooms[id] = status;
        }
    }
}
