using System.Buffers.Binary;

namespace RoomMonitor.Web.Sockets;

/// <summary>
/// An unmasked text frame (RFC 6455, 5.2) in a buffer: the header stands right before the payload, which starts at
/// <see cref="Room"/> whatever the header's length.
/// </summary>
internal static class SocketFrame
{
    /// <summary>The longest header, in bytes.</summary>
    public const int Room = 10;

    private const byte FinalText = 0x81;
    private const byte TwoBytesFollow = 126;
    private const byte EightBytesFollow = 127;

    public static ReadOnlyMemory<byte> Payload(byte[] buffer) => buffer.AsMemory(Room);

    public static ReadOnlyMemory<byte> Whole(byte[] buffer) => buffer.AsMemory(Room - HeaderLength(buffer.Length - Room));

    /// <summary>Writes the header of a payload that is complete.</summary>
    public static byte[] Close(byte[] buffer)
    {
        var length = buffer.Length - Room;
        var header = buffer.AsSpan(Room - HeaderLength(length));
        header[0] = FinalText;
        switch (HeaderLength(length))
        {
            case 2:
                header[1] = (byte)length;
                break;
            case 4:
                header[1] = TwoBytesFollow;
                BinaryPrimitives.WriteUInt16BigEndian(header[2..], (ushort)length);
                break;
            default:
                header[1] = EightBytesFollow;
                BinaryPrimitives.WriteUInt64BigEndian(header[2..], (ulong)length);
                break;
        }

        return buffer;
    }

    private static int HeaderLength(int payload) => payload < TwoBytesFollow ? 2 : payload <= ushort.MaxValue ? 4 : Room;
}
