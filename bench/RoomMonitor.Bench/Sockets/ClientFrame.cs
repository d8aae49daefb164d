using System.Buffers.Binary;
using System.Text;

namespace RoomMonitor.Bench.Sockets;

/// <summary>Frames as a client sends them, for <see cref="SocketSwarm.SendAsync"/>.</summary>
public static class ClientFrame
{
    public static byte[] Text(string text) => Make(FrameHeader.Text, Encoding.UTF8.GetBytes(text));

    public static byte[] Ping(ReadOnlySpan<byte> payload) => Make(FrameHeader.Ping, payload);

    public static byte[] Pong(ReadOnlySpan<byte> payload) => Make(FrameHeader.Pong, payload);

    public static byte[] Close(int code) => Make(FrameHeader.Close, [(byte)(code >> 8), (byte)code]);

    /// <summary>A whole message in one frame. The mask is zero: it protects proxies, and there is none here.</summary>
    public static byte[] Make(int opcode, ReadOnlySpan<byte> payload)
    {
        var size = payload.Length switch { < 126 => 2, <= ushort.MaxValue => 4, _ => 10 };
        var frame = new byte[size + 4 + payload.Length];
        frame[0] = (byte)(0x80 | opcode);
        frame[1] = (byte)(0x80 | size switch { 2 => payload.Length, 4 => 126, _ => 127 });
        if (size == 4)
        {
            BinaryPrimitives.WriteUInt16BigEndian(frame.AsSpan(2), (ushort)payload.Length);
        }
        else if (size == 10)
        {
            BinaryPrimitives.WriteInt64BigEndian(frame.AsSpan(2), payload.Length);
        }

        payload.CopyTo(frame.AsSpan(size + 4));
        return frame;
    }
}
