using System.Buffers;
using MessagePack;

namespace RoomMonitor.Bench.Circuits;

/// <summary>
/// What a browser writes in SignalR's protocol "blazorpack": MessagePack arrays, each behind its length
/// (https://github.com/dotnet/aspnetcore/blob/main/src/SignalR/docs/specs/HubProtocol.md). Not safe for several threads.
/// </summary>
internal sealed class HubFrames
{
    /// <summary>The first message of a connection, in JSON as for every protocol.</summary>
    public const string Handshake = "{\"protocol\":\"blazorpack\",\"version\":1}\u001e";

    public const int Invocation = 1;
    public const int Completion = 3;
    public const int Ping = 6;
    public const int Close = 7;

    private readonly ArrayBufferWriter<byte> _body = new(256);
    private readonly ArrayBufferWriter<byte> _frames = new(256);

    public ReadOnlyMemory<byte> Written => _frames.WrittenMemory;

    public void Clear() => _frames.ResetWrittenCount();

    public void AddPing()
    {
        var writer = new MessagePackWriter(_body);
        writer.WriteArrayHeader(1);
        writer.Write(Ping);
        writer.Flush();
        Complete();
    }

    /// <param name="invocation">Null where no answer is wanted.</param>
    /// <param name="arguments">Null, strings, integers and truth values.</param>
    public void AddCall(string? invocation, string target, params ReadOnlySpan<object?> arguments)
    {
        var writer = new MessagePackWriter(_body);
        writer.WriteArrayHeader(5);
        writer.Write(Invocation);
        writer.WriteMapHeader(0);
        writer.Write(invocation);
        writer.Write(target);
        writer.WriteArrayHeader(arguments.Length);
        foreach (var argument in arguments)
        {
            Write(ref writer, argument);
        }

        writer.Flush();
        Complete();
    }

    /// <summary>The body of the first frame, if it is there as a whole.</summary>
    /// <param name="length">Of the frame with its prefix.</param>
    public static bool TryRead(ReadOnlyMemory<byte> received, out ReadOnlyMemory<byte> body, out int length)
    {
        var (size, prefix) = (0, 0);
        foreach (var part in received.Span[..Math.Min(5, received.Length)])
        {
            size |= (part & 0x7F) << (7 * prefix++);
            if ((part & 0x80) == 0)
            {
                length = prefix + size;
                body = length <= received.Length ? received[prefix..length] : default;
                return length <= received.Length;
            }
        }

        (body, length) = (default, 0);
        return false;
    }

    private static void Write(ref MessagePackWriter writer, object? argument)
    {
        switch (argument)
        {
            case null:
                writer.WriteNil();
                break;
            case string text:
                writer.Write(text);
                break;
            case bool truth:
                writer.Write(truth);
                break;
            case long number:
                writer.Write(number);
                break;
            default:
                throw new ArgumentException($"{argument.GetType()} is not written here.", nameof(argument));
        }
    }

    private void Complete()
    {
        var size = _body.WrittenCount;
        var prefix = _frames.GetSpan(5);
        var count = 0;
        do
        {
            prefix[count++] = (byte)((size & 0x7F) | (size > 0x7F ? 0x80 : 0));
            size >>= 7;
        }
        while (size > 0);
        _frames.Advance(count);
        _frames.Write(_body.WrittenSpan);
        _body.ResetWrittenCount();
    }
}
