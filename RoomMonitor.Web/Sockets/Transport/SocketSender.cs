using System.Net.Sockets;

namespace RoomMonitor.Web.Sockets.Transport;

/// <summary>
/// Sends to one connected socket, each call's bytes whole and in the order of the calls, on the calling thread: a send completes at
/// once wherever the kernel takes it all, and waits for the peer only where it doesn't.
/// </summary>
internal sealed class SocketSender
{
    private readonly Lock _gate = new();
    private readonly Socket _socket;
    private Task _waiting = Task.CompletedTask;

    public SocketSender(Socket socket)
    {
        // A full buffer is told of instead of being waited for. Asynchronous calls aren't concerned.
        socket.Blocking = false;
        _socket = socket;
    }

    /// <exception cref="SocketException">The peer is gone.</exception>
    /// <exception cref="ObjectDisposedException">The connection was cut.</exception>
    public ValueTask SendAsync(ReadOnlyMemory<byte> bytes)
    {
        // The kernel's copying is inside: it is what must happen in turn, and it never waits.
        lock (_gate)
        {
            // After a failure too: it may have come within a frame, and nothing can follow that.
            if (!_waiting.IsCompletedSuccessfully)
            {
                return new(_waiting = SendAfterAsync(_waiting, bytes));
            }

            var sent = _socket.Send(bytes.Span, SocketFlags.None, out var error);
            if (error is not (SocketError.Success or SocketError.WouldBlock))
            {
                return new(_waiting = Task.FromException(new SocketException((int)error)));
            }

            return sent == bytes.Length ? default : new(_waiting = SendRestAsync(bytes[sent..]));
        }
    }

    private async Task SendAfterAsync(Task earlier, ReadOnlyMemory<byte> bytes)
    {
        await earlier;
        await SendRestAsync(bytes);
    }

    private async Task SendRestAsync(ReadOnlyMemory<byte> rest)
    {
        while (!rest.IsEmpty)
        {
            rest = rest[await _socket.SendAsync(rest, SocketFlags.None)..];
        }
    }
}
