namespace RoomMonitor.Web.Sockets;

/// <summary>A WebSocket's connection, of which the client's frames are read along.</summary>
/// <param name="aborted">When the connection is cut.</param>
internal sealed class FrameStream(Stream connection, ClientFrames frames, CancellationToken aborted) : Stream
{
    private readonly TaskCompletionSource _isDisposed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
        frames.IsOver || frames.IsSpent ? EndAsync(cancellationToken)
        : buffer.IsEmpty ? connection.ReadAsync(buffer, cancellationToken)
        : ReadKeptAsync(buffer, cancellationToken);

    public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default) =>
        connection.WriteAsync(buffer, cancellationToken);

    public override Task FlushAsync(CancellationToken cancellationToken) => connection.FlushAsync(cancellationToken);

    public override void Flush() => connection.Flush();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            connection.Dispose();
            _isDisposed.TrySetResult();
        }

        base.Dispose(disposing);
    }

    private async ValueTask<int> ReadKeptAsync(Memory<byte> buffer, CancellationToken cancellationToken)
    {
        while (!frames.IsSpent)
        {
            var count = await connection.ReadAsync(buffer, cancellationToken);
            if (count == 0)
            {
                return 0;
            }

            var kept = frames.Read(buffer.Span[..count]);
            if (kept > 0)
            {
                return kept;
            }
        }

        return await EndAsync(cancellationToken);
    }

    /// <summary>
    /// Nothing more is read. The end isn't told at once: whoever hears of it cuts the connection, and the close frame on its way to the client
    /// may be lost with it. The hub does that in time.
    /// </summary>
    private async ValueTask<int> EndAsync(CancellationToken cancellationToken)
    {
        if (!frames.IsOver)
        {
            using var cut = CancellationTokenSource.CreateLinkedTokenSource(aborted, cancellationToken);
            await _isDisposed.Task.WaitAsync(cut.Token);
        }

        return 0;
    }
}
