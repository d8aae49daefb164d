namespace RoomMonitor.Web.Sockets;

/// <summary>
/// Reads along the frames of one client (RFC 6455, 5.2) and holds them to the limits. The framework answers pings and joins fragments without
/// a word, so that nobody behind it sees how many there are. Once the connection is closing, nothing but the client's close frame gets through.
/// </summary>
/// <param name="countsMessages">False where messages are others' to count: then only frames that bring none by themselves do.</param>
internal sealed class ClientFrames(SocketOptions options, TimeProvider clock, bool countsMessages)
{
    /// <summary>How much is looked through for a close frame once the connection is closing: that may have been under way.</summary>
    public const int BytesAfterClose = 64 * 1024;

    private const byte Final = 0x80;
    private const byte Masked = 0x80;
    private const byte OpcodeBits = 0x0F;
    private const byte Continuation = 0;
    private const byte Close = 8;
    private const int ShortHeader = 2;
    private const int Mask = 4;
    private const long None = long.MinValue;

    // The frame that is being read: its first byte, how much of its header is there and where that ends, its length, and what is still to come.
    private byte _first;
    private int _header;
    private int _lengthEnd;
    private int _headerEnd = ShortHeader;
    private ulong _length;
    private ulong _toCome;
    private bool _isDropped;

    private bool _isInMessage;
    private long _since = None;
    private long _windowStart;
    private int _count;
    private int _afterClose;
    private volatile bool _isClosing;

    /// <summary>What is done about a client that sends too many frames. Once.</summary>
    public Action? Flooded { get; set; }

    /// <summary>The client's close frame is through: it has nothing more to say.</summary>
    public bool IsOver { get; private set; }

    /// <summary>So much came after the end that nothing more is read.</summary>
    public bool IsSpent => _afterClose > BytesAfterClose;

    private int Opcode => _first & OpcodeBits;

    private bool IsControl => Opcode >= Close;

    private bool IsWholeMessage => !IsControl && Opcode != Continuation && (_first & Final) != 0;

    /// <summary>The connection is closing.</summary>
    public void Stop() => _isClosing = true;

    /// <summary>Whether a message, or a frame alone, was begun too long ago and has not ended. From any thread.</summary>
    public bool IsLate() => Volatile.Read(ref _since) is not None and var since && clock.GetElapsedTime(since) >= options.MessageTimeout;

    /// <summary>Looks through what came, and keeps what may go on.</summary>
    /// <returns>How many bytes are kept. They stand at the beginning of <paramref name="bytes"/>.</returns>
    public int Read(Span<byte> bytes)
    {
        var kept = 0;
        var at = 0;
        while (at < bytes.Length && !IsOver)
        {
            var part = bytes[at..(at + Take(bytes[at..]))];
            at += part.Length;
            if (_isClosing)
            {
                _afterClose += part.Length;
            }

            if (!_isDropped)
            {
                part.CopyTo(bytes[kept..]);
                kept += part.Length;
            }

            if (_header == _headerEnd && _toCome == 0)
            {
                EndFrame();
            }
        }

        return kept;
    }

    /// <returns>How many bytes were looked at: one of a header, or all of a payload.</returns>
    private int Take(ReadOnlySpan<byte> bytes)
    {
        if (_toCome == 0)
        {
            TakeHeader(bytes[0]);
            return 1;
        }

        var part = (int)Math.Min(_toCome, (ulong)bytes.Length);
        _toCome -= (ulong)part;
        return part;
    }

    private void TakeHeader(byte value)
    {
        if (_header == 0)
        {
            BeginFrame(value);
        }
        else if (_header == 1)
        {
            TakeLength(value);
        }
        else if (_header < _lengthEnd)
        {
            _length = (_length << 8) | value;
        }

        if (++_header == _headerEnd)
        {
            _toCome = _length;
        }
    }

    private void BeginFrame(byte first)
    {
        _first = first;
        if (_since == None)
        {
            Volatile.Write(ref _since, clock.GetTimestamp());
        }

        if (countsMessages || !IsWholeMessage)
        {
            Count();
        }

        _isDropped = _isClosing && Opcode != Close;
    }

    private void TakeLength(byte value)
    {
        var length = value & ~Masked;
        _lengthEnd = ShortHeader + (length switch { 126 => sizeof(ushort), 127 => sizeof(ulong), _ => 0 });
        _headerEnd = _lengthEnd + ((value & Masked) == 0 ? 0 : Mask);
        _length = _lengthEnd == ShortHeader ? (ulong)length : 0;
        if (!countsMessages && IsWholeMessage && length == 0)
        {
            Count();
        }
    }

    private void EndFrame()
    {
        _header = 0;
        _headerEnd = ShortHeader;
        IsOver = Opcode == Close;
        if (!IsControl)
        {
            _isInMessage = (_first & Final) == 0;
        }

        if (!_isInMessage)
        {
            Volatile.Write(ref _since, None);
        }
    }

    private void Count()
    {
        if (_isClosing)
        {
            return;
        }

        var now = clock.GetTimestamp();
        if (_count == 0 || clock.GetElapsedTime(_windowStart, now) >= options.FrameWindow)
        {
            _windowStart = now;
            _count = 0;
        }

        if (++_count > options.MaxFrames)
        {
            Stop();
            Flooded?.Invoke();
        }
    }
}
