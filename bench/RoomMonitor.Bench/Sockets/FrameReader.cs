using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;

namespace RoomMonitor.Bench.Sockets;

/// <summary>Reads what arrived on a socket: the answer to the upgrade, then frames. Of large ones (snapshots) only both ends are looked at.</summary>
internal sealed unsafe class FrameReader(Action<SwarmSocket, SwarmMessage, long> received)
{
    private const int LargestSmall = 16 * 1024;
    private const int FirstBytes = 64;
    private const int LastBytes = 256;

    private readonly byte[] _buffer = GC.AllocateUninitializedArray<byte>(256 * 1024, pinned: true);
    private readonly MessageRecogniser _recogniser = new();

    /// <returns>Why the connection ended; null where it goes on.</returns>
    public string? Read(SwarmSocket socket)
    {
        var kept = socket.Restore(_buffer);
        nint count;
        fixed (byte* first = _buffer)
        {
            count = Libc.Receive(socket.Fd, first + kept, _buffer.Length - kept, 0);
        }

        if (count <= 0)
        {
            var error = Marshal.GetLastPInvokeError();
            return count == 0 ? "end of stream" : error is Libc.Again or Libc.Interrupted ? null : $"errno {error}";
        }

        var now = Stopwatch.GetTimestamp();
        ReadOnlySpan<byte> rest = _buffer.AsSpan(0, kept + (int)count);
        string? end = null;
        if (socket.State != SwarmSocketState.Upgrading || IsUpgraded(socket, ref rest, out end))
        {
            while (end is null && ReadOne(socket, ref rest, now, out end))
            {
            }
        }

        socket.Keep(rest);
        return end;
    }

    private static bool IsUpgraded(SwarmSocket socket, ref ReadOnlySpan<byte> rest, out string? end)
    {
        end = null;
        var head = rest.IndexOf("\r\n\r\n"u8);
        if (head < 0)
        {
            return false;
        }

        if (!rest.StartsWith("HTTP/1.1 101"u8))
        {
            end = Encoding.ASCII.GetString(rest[..12]);
            return false;
        }

        socket.State = SwarmSocketState.Upgraded;
        rest = rest[(head + 4)..];
        return true;
    }

    /// <returns>False where more bytes are needed, or none are awaited any more.</returns>
    private bool ReadOne(SwarmSocket socket, ref ReadOnlySpan<byte> rest, long now, out string? end)
    {
        end = null;
        if (socket.Large is not null)
        {
            return ReadLarge(socket, ref rest, now);
        }

        if (!FrameHeader.TryRead(rest, out var header) || rest.Length - header.Size < Math.Min(header.Length, header.Length > LargestSmall ? FirstBytes : LargestSmall))
        {
            return false;
        }

        if (!header.IsWhole)
        {
            end = "a message in pieces";
            return false;
        }

        var payload = rest[header.Size..];
        if (header.Length > LargestSmall)
        {
            socket.Large = ((int)header.Length, payload[..FirstBytes].ToArray());
            socket.Skip = header.Length - LastBytes;
            rest = payload;
            return true;
        }

        rest = payload[(int)header.Length..];
        end = ReadSmall(socket, header.Opcode, payload[..(int)header.Length], now);
        return end is null;
    }

    private string? ReadSmall(SwarmSocket socket, int opcode, ReadOnlySpan<byte> payload, long now)
    {
        switch (opcode)
        {
            case FrameHeader.Text:
                return ReadText(socket, payload, now);
            case FrameHeader.Ping:
                // Where that fails, the next read tells why.
                socket.TrySend(ClientFrame.Pong(payload));
                return null;
            case FrameHeader.Pong:
                return null;
            case FrameHeader.Close:
                return payload.Length >= 2 ? $"close frame {(payload[0] << 8) | payload[1]}" : "close frame";
            default:
                return $"opcode {opcode}";
        }
    }

    private string? ReadText(SwarmSocket socket, ReadOnlySpan<byte> payload, long now)
    {
        try
        {
            received(socket, _recogniser.Recognise(payload), now);
            return null;
        }
        catch (Exception exception) when (exception is JsonException or FormatException)
        {
            return "a message that is no JSON";
        }
    }

    private bool ReadLarge(SwarmSocket socket, ref ReadOnlySpan<byte> rest, long now)
    {
        var skipped = (int)Math.Min(socket.Skip, rest.Length);
        socket.Skip -= skipped;
        rest = rest[skipped..];
        if (socket.Skip > 0 || rest.Length < LastBytes)
        {
            return false;
        }

        var (length, first) = socket.Large!.Value;
        received(socket, SwarmMessage.ReadEnds(first, rest[..LastBytes], length), now);
        rest = rest[LastBytes..];
        socket.Large = null;
        return true;
    }
}
