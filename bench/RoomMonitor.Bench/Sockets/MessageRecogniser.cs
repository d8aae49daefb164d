namespace RoomMonitor.Bench.Sockets;

/// <summary>
/// Thousands of sockets receive the same bytes: the first reads them, the others only compare. That costs a few nanoseconds a
/// message, and a single wrong byte on any of the sockets would be seen.
/// </summary>
internal sealed class MessageRecogniser
{
    private readonly (byte[] Bytes, int Length, SwarmMessage? Message)[] _recent = new (byte[], int, SwarmMessage?)[8];
    private int _newest;

    public SwarmMessage Recognise(ReadOnlySpan<byte> utf8)
    {
        for (var i = 0; i < _recent.Length; i++)
        {
            var at = (_newest - i) & 7;
            var (bytes, length, message) = _recent[at];
            if (length == utf8.Length && message is not null && utf8.SequenceEqual(bytes.AsSpan(0, length)))
            {
                return message;
            }
        }

        _newest = (_newest + 1) & 7;
        var copy = _recent[_newest].Bytes;
        if (copy is null || copy.Length < utf8.Length)
        {
            copy = new byte[utf8.Length * 2];
        }

        utf8.CopyTo(copy);
        var read = SwarmMessage.Read(utf8);
        _recent[_newest] = (copy, utf8.Length, read);
        return read;
    }
}
