using System.Buffers.Binary;

namespace RoomMonitor.Bench.Sockets;

/// <summary>The header of a frame from a server (RFC 6455, 5.2), whose payload is never masked.</summary>
internal readonly record struct FrameHeader(int Opcode, bool IsWhole, long Length, int Size)
{
    public const int Text = 1;
    public const int Close = 8;
    public const int Ping = 9;
    public const int Pong = 10;

    /// <returns>False where more bytes are needed.</returns>
    public static bool TryRead(ReadOnlySpan<byte> bytes, out FrameHeader header)
    {
        header = default;
        if (bytes.Length < 2)
        {
            return false;
        }

        var size = bytes[1] switch { 126 => 4, 127 => 10, _ => 2 };
        if (bytes.Length < size)
        {
            return false;
        }

        var length = size switch { 4 => BinaryPrimitives.ReadUInt16BigEndian(bytes[2..]), 10 => BinaryPrimitives.ReadInt64BigEndian(bytes[2..]), _ => bytes[1] };

        // No extension was asked for, so only the first of the four high bits may be set; without it a message comes in pieces.
        header = new FrameHeader(bytes[0] & 15, bytes[0] >> 4 == 8, length, size);
        return true;
    }
}
