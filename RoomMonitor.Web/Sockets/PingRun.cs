namespace RoomMonitor.Web.Sockets;

/// <summary>
/// Of pings that come at once the last one is answered alone, as RFC 6455, 5.5.3 has it: each answer is a write, which costs far more than the ping.
/// </summary>
internal struct PingRun
{
    private int _begin;
    private int _end;

    /// <summary>Takes a ping that stands in <paramref name="bytes"/>, in place of the one right before it.</summary>
    /// <returns>Where the bytes that are kept end.</returns>
    public int Add(Span<byte> bytes, int begin, int end)
    {
        if (begin == _end)
        {
            bytes[begin..end].CopyTo(bytes[_begin..]);
            end -= begin - _begin;
        }
        else
        {
            _begin = begin;
        }

        return _end = end;
    }
}
