using System.Buffers;
using System.Net.WebSockets;
using RoomMonitor.Web.Api.Problems;

namespace RoomMonitor.Web.Sockets;

/// <summary>The receiving side of one socket: answers requests, holds clients to the limits, ends with the connection.</summary>
internal sealed class SocketReceiver(RoomSocketHub hub, WebSocket socket, SocketConnection connection)
{
    private readonly MessageWindow _window = new(hub.Options.MaxMessages, hub.Options.MessageWindow, hub.Clock);

    public async Task RunAsync()
    {
        try
        {
            while (await ReceiveAsync())
            {
            }
        }
        catch (Exception exception) when (SocketFailure.IsOfPeer(exception))
        {
        }
    }

    /// <returns>False at the end of the connection.</returns>
    private async Task<bool> ReceiveAsync()
    {
        // An empty read waits for a message without holding a buffer. No token: the hub ends it by aborting the socket.
        var start = await socket.ReceiveAsync(Memory<byte>.Empty, CancellationToken.None);
        if (start.MessageType == WebSocketMessageType.Close)
        {
            await connection.CloseAsync(socket.CloseStatus ?? WebSocketCloseStatus.NormalClosure, socket.CloseStatusDescription);
            return false;
        }

        // One byte more than allowed tells that a message is too long, whatever its length.
        var limit = hub.Options.MaxMessageBytes;
        var buffer = ArrayPool<byte>.Shared.Rent(limit + 1);
        try
        {
            if (connection.IsClosing)
            {
                return start.EndOfMessage || await SkipAsync(buffer);
            }

            if (start.MessageType == WebSocketMessageType.Binary)
            {
                _ = connection.ExpelAsync(WebSocketCloseStatus.InvalidMessageType, "Text messages only.");
                return true;
            }

            var length = start.EndOfMessage ? 0 : await FillAsync(buffer.AsMemory(0, limit + 1));
            if (length > limit)
            {
                _ = connection.ExpelAsync(WebSocketCloseStatus.MessageTooBig, $"A message has at most {limit} bytes.");
            }
            else if (length >= 0)
            {
                Handle(buffer.AsMemory(0, length));
            }
            else
            {
                // RFC 6455 allows a close frame between the fragments of a message; it is answered like any other.
                await connection.CloseAsync(socket.CloseStatus ?? WebSocketCloseStatus.NormalClosure, socket.CloseStatusDescription ?? "");
            }

            return length >= 0;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    /// <returns>The message's length as far as it was read; negative where the connection ended within it.</returns>
    private async ValueTask<int> FillAsync(Memory<byte> buffer)
    {
        var length = 0;
        while (length < buffer.Length)
        {
            var part = await socket.ReceiveAsync(buffer[length..], CancellationToken.None);
            if (part.MessageType == WebSocketMessageType.Close)
            {
                return -1;
            }

            length += part.Count;
            if (part.EndOfMessage)
            {
                break;
            }
        }

        return length;
    }

    private async ValueTask<bool> SkipAsync(Memory<byte> buffer) =>
        (await socket.ReceiveAsync(buffer, CancellationToken.None)).MessageType != WebSocketMessageType.Close;

    private void Handle(ReadOnlyMemory<byte> message)
    {
        if (!_window.TryCount())
        {
            _ = connection.ExpelAsync(
                WebSocketCloseStatus.PolicyViolation, $"At most {hub.Options.MaxMessages} messages in {hub.Options.MessageWindow.TotalSeconds:0.###} s.");
            return;
        }

        switch (ClientMessageParser.Parse(message))
        {
            case ClientMessage.Ping:
                connection.Reply(hub.Messages.Pong(hub.CampusNow));
                break;
            case ClientMessage.StatusRequest:
                hub.SendStatus(connection);
                break;
            case ClientMessage.UnknownType:
                connection.Reply(hub.Messages.Error(Refusal.UnknownType, hub.CampusNow));
                break;
            default:
                connection.Reply(hub.Messages.Error(Refusal.BadJson, hub.CampusNow));
                break;
        }
    }
}
