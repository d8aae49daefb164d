using System.Buffers.Binary;
using System.Net;
using System.Runtime.InteropServices;
using System.Text;

namespace RoomMonitor.Bench.Sockets;

/// <summary>
/// Connects and asks for the upgrade. Sockets take turns among several source addresses of the loopback network: one address has
/// about 28,000 ports, and servers may limit what they take from one.
/// </summary>
internal sealed unsafe class SocketOpener(Uri server)
{
    private const int SourceAddresses = 32;

    private readonly byte[] _server = IPAddress.Parse(server.Host).GetAddressBytes();

    /// <returns>Null where the connection is under way, else why not.</returns>
    public string? Connect(SwarmSocket socket)
    {
        socket.Fd = Libc.NewSocket(socket.ReceiveBuffer);
        if (socket.Fd < 0)
        {
            return "no more open files";
        }

        var address = stackalloc byte[16];
        Write(address, [127, 0, 0, (byte)(2 + (socket.Index % SourceAddresses))], 0);
        if (Libc.Bind(socket.Fd, address, 16) < 0)
        {
            return $"bind: errno {Marshal.GetLastPInvokeError()}";
        }

        Write(address, _server, server.Port);
        return Libc.Connect(socket.Fd, address, 16) == 0 || Marshal.GetLastPInvokeError() == Libc.InProgress ? null : $"connect: errno {Marshal.GetLastPInvokeError()}";
    }

    /// <returns>Null where the request is sent, else why not.</returns>
    public string? Upgrade(SwarmSocket socket)
    {
        if (Libc.ConnectResult(socket.Fd) is > 0 and var error)
        {
            return $"connect: errno {error}";
        }

        var request =
            $"GET {socket.Path} HTTP/1.1\r\nHost: {server.Authority}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
            + $"Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: {Convert.ToBase64String(Guid.NewGuid().ToByteArray())}\r\n\r\n";
        socket.State = SwarmSocketState.Upgrading;
        return socket.TrySend(Encoding.ASCII.GetBytes(request)) ? null : "the request could not be sent";
    }

    private static void Write(byte* address, ReadOnlySpan<byte> ip, int port)
    {
        var bytes = new Span<byte>(address, 16);
        bytes.Clear();
        bytes[0] = 2; // AF_INET
        BinaryPrimitives.WriteUInt16BigEndian(bytes[2..], (ushort)port);
        ip.CopyTo(bytes[4..]);
    }
}
