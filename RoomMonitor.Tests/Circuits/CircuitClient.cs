using System.Net.WebSockets;
using System.Text;
using System.Text.RegularExpressions;
using RoomMonitor.Tests.Support;

namespace RoomMonitor.Tests.Circuits;

/// <summary>
/// A page's connection without its browser, in SignalR's protocol "blazorpack": MessagePack arrays, each behind its length. It knows the three
/// calls that it makes and their answers, and nothing else.
/// </summary>
internal sealed partial class CircuitClient : IDisposable
{
    private const string Handshake = "{\"protocol\":\"blazorpack\",\"version\":1}\u001e";
    private const string Page = "http://localhost/";
    private const int Completion = 3;
    private const byte Nil = 0xC0;
    private const byte True = 0xC3;

    private readonly CancellationTokenSource _deadline = new(TimeSpan.FromSeconds(60));
    private readonly WebSocket _socket;

    private CircuitClient(WebSocket socket) => _socket = socket;

    public static async Task<CircuitClient> ConnectAsync(RoomMonitorApp app, string address)
    {
        var sockets = app.Server.CreateWebSocketClient();
        sockets.ConfigureRequest = request => request.Headers[FromAddress.Header] = address;
        var client = new CircuitClient(await sockets.ConnectAsync(new Uri(app.Server.BaseAddress, "_blazor"), CancellationToken.None));
        await client._socket.SendAsync(Encoding.UTF8.GetBytes(Handshake), WebSocketMessageType.Text, endOfMessage: true, client._deadline.Token);
        (await client.ReceiveAsync()).Should().Equal(Encoding.UTF8.GetBytes("{}\u001e"));
        return client;
    }

    /// <param name="html">The page that the server has written for it; empty for a circuit without components.</param>
    /// <returns>The secret of the circuit; null where there is none.</returns>
    public async Task<string?> StartAsync(string html = "")
    {
        var state = State().Match(html).Groups[1].Value;
        var secret = TextOf(await CallAsync("StartCircuit", Page, Page, "[]", state));
        if (secret is not null && html != "")
        {
            var components = Components().Matches(html).Select((marker, index) => $$"""{"type":"add","ssrComponentId":{{index + 1}},"marker":{{marker.Groups[1].Value}}}""");
            await SendAsync([Nil], "UpdateRootComponents", $$"""{"batchId":1,"operations":[{{string.Join(',', components)}}]}""", state);
            while ((await ReceiveAsync()).AsSpan().IndexOf("JS.RenderBatch"u8) < 0)
            {
            }
        }

        return secret;
    }

    /// <summary>Comes back to a circuit.</summary>
    public async Task<bool> ConnectAsync(string secret) => (await CallAsync("ConnectCircuit", secret))[0] == True;

    public async Task HangUpAsync() => await _socket.CloseAsync(WebSocketCloseStatus.NormalClosure, "", _deadline.Token);

    public void Dispose()
    {
        _socket.Dispose();
        _deadline.Dispose();
    }

    private static string? TextOf(byte[] value) => value[0] switch
    {
        Nil => null,
        0xD9 => Encoding.UTF8.GetString(value.AsSpan(2, value[1])),
        0xDA => Encoding.UTF8.GetString(value.AsSpan(3, (value[1] << 8) | value[2])),
        var prefix => Encoding.UTF8.GetString(value.AsSpan(1, prefix & 0x1F)),
    };

    /// <returns>The result, as MessagePack.</returns>
    private async Task<byte[]> CallAsync(string method, params string[] arguments)
    {
        await SendAsync(Text("0"), method, arguments);
        while (true)
        {
            foreach (var answer in Bodies(await ReceiveAsync()))
            {
                // Array of 5, kind, no headers, "0", with a result.
                if (answer is [0x95, Completion, 0x80, 0xA1, _, 3, .. var result])
                {
                    return result;
                }
            }
        }
    }

    private async Task SendAsync(byte[] invocation, string method, params string[] arguments)
    {
        byte[] body = [0x95, 1, 0x80, .. invocation, .. Text(method), (byte)(0x90 | arguments.Length), .. arguments.SelectMany(Text)];
        var length = new List<byte>();
        for (var left = body.Length; left > 0; left >>= 7)
        {
            length.Add((byte)((left & 0x7F) | (left > 0x7F ? 0x80 : 0)));
        }

        await _socket.SendAsync((byte[])[.. length, .. body], WebSocketMessageType.Binary, endOfMessage: true, _deadline.Token);
    }

    private static byte[] Text(string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        return [.. bytes.Length < 32 ? [(byte)(0xA0 | bytes.Length)] : (byte[])[0xDA, (byte)(bytes.Length >> 8), (byte)bytes.Length], .. bytes];
    }

    private static IEnumerable<byte[]> Bodies(byte[] frames)
    {
        var at = 0;
        while (at < frames.Length)
        {
            var (size, shift) = (0, 0);
            byte part;
            do
            {
                part = frames[at++];
                size |= (part & 0x7F) << shift;
                shift += 7;
            }
            while ((part & 0x80) != 0);
            yield return frames[at..(at + size)];
            at += size;
        }
    }

    private async Task<byte[]> ReceiveAsync()
    {
        using var message = new MemoryStream();
        var buffer = new byte[4096];
        while (true)
        {
            var part = await _socket.ReceiveAsync(buffer, _deadline.Token);
            message.Write(buffer, 0, part.Count);
            if (part.EndOfMessage)
            {
                return message.ToArray();
            }
        }
    }

    [GeneratedRegex("""<!--Blazor:(\{"type":"server".*?\})-->""")]
    private static partial Regex Components();

    [GeneratedRegex("<!--Blazor-Server-Component-State:([A-Za-z0-9+/=]+)-->")]
    private static partial Regex State();
}
