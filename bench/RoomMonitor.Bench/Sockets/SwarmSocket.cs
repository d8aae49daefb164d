namespace RoomMonitor.Bench.Sockets;

/// <summary>One connection of a <see cref="SocketSwarm"/>. Only the swarm's thread changes it.</summary>
public sealed class SwarmSocket
{
    private byte[] _kept = [];
    private int _keptLength;
    private MessageOrder _order;

    internal SwarmSocket(int index, string path, SwarmOpening opening, int receiveBuffer)
    {
        Index = index;
        Path = path;
        Opening = opening;
        ReceiveBuffer = receiveBuffer;
    }

    /// <summary>Counts on from 0, through all that the swarm ever opened.</summary>
    public int Index { get; }

    public string Path { get; }

    /// <summary>When its first message arrived (<see cref="System.Diagnostics.Stopwatch"/> ticks); 0 before.</summary>
    public long OpenedAt { get; internal set; }

    public bool IsOpen => State == SwarmSocketState.Open;

    /// <summary>Why it ended: <c>"closed here"</c>, <c>"close frame 1001"</c>, <c>"HTTP/1.1 503"</c>...; null while it hasn't.</summary>
    public string? EndReason { get; internal set; }

    /// <summary>Messages received, control frames not counted.</summary>
    public long Received { get; internal set; }

    internal SwarmOpening Opening { get; }

    internal int ReceiveBuffer { get; }

    internal SwarmSocketState State { get; set; }

    internal int Fd { get; set; } = -1;

    /// <summary>Bytes of a large message still to be thrown away, before its last ones.</summary>
    internal long Skip { get; set; }

    /// <summary>A large message under way: how its beginning looked.</summary>
    internal (int Length, byte[] First)? Large { get; set; }

    internal MessageVerdict Judge(SwarmMessage message) => _order.Judge(message);

    /// <returns>False where the connection takes no more.</returns>
    internal unsafe bool TrySend(ReadOnlySpan<byte> bytes)
    {
        fixed (byte* first = bytes)
        {
            return Fd >= 0 && Libc.Send(Fd, first, bytes.Length, Libc.NoSignal) == bytes.Length;
        }
    }

    /// <summary>Puts what was kept in front of what is now received.</summary>
    internal int Restore(Span<byte> buffer)
    {
        _kept.AsSpan(0, _keptLength).CopyTo(buffer);
        return _keptLength;
    }

    /// <summary>Nothing more comes, and its swarm keeps the socket: without what it holds.</summary>
    internal void Forget() => (_kept, _keptLength, Large) = ([], 0, null);

    /// <summary>Keeps the beginning of something that isn't whole yet.</summary>
    internal void Keep(ReadOnlySpan<byte> rest)
    {
        if (rest.Length > _kept.Length)
        {
            _kept = new byte[Math.Max(256, rest.Length)];
        }

        rest.CopyTo(_kept);
        _keptLength = rest.Length;
    }
}
