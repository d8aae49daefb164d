using System.IO.Pipelines;
using System.Net.Sockets;
using Microsoft.AspNetCore.Connections;

namespace RoomMonitor.Web.Sockets.Transport;

/// <summary>
/// A connection's output that sends to its socket on the thread that flushes, where Kestrel's own hands every flush to another
/// thread through a pipe (docs/adr/0006 has what that is worth). Like Kestrel's, it never throws for a peer that is gone.
/// </summary>
/// <param name="connection">To be aborted when sending fails.</param>
/// <param name="sender">Of the connection's socket.</param>
/// <param name="transport">Kestrel's own output. It stays empty; completing it ends the connection in good order.</param>
internal sealed class DirectOutput(ConnectionContext connection, SocketSender sender, PipeWriter transport) : PipeWriter
{
    /// <summary>What is flushed leaves in as few sends as possible: Kestrel's own buffers of 4 KiB would be one each. None is held between two flushes.</summary>
    private const int BufferSize = 64 * 1024;

    private static readonly FlushResult _peerIsGone = new(isCanceled: false, isCompleted: true);

    private readonly PipeWriter _buffer = Create(new SocketSendStream(sender), new StreamPipeWriterOptions(minimumBufferSize: BufferSize, leaveOpen: true));
    private volatile bool _isGone;

    public override bool CanGetUnflushedBytes => true;

    public override long UnflushedBytes => _buffer.UnflushedBytes;

    public override void Advance(int bytes) => _buffer.Advance(bytes);

    public override Memory<byte> GetMemory(int sizeHint = 0) => _buffer.GetMemory(sizeHint);

    public override Span<byte> GetSpan(int sizeHint = 0) => _buffer.GetSpan(sizeHint);

    public override void CancelPendingFlush() => _buffer.CancelPendingFlush();

    public override ValueTask<FlushResult> FlushAsync(CancellationToken cancellationToken = default) =>
        _isGone ? new(_peerIsGone) : GuardAsync(_buffer.FlushAsync(cancellationToken));

    public override ValueTask<FlushResult> WriteAsync(ReadOnlyMemory<byte> source, CancellationToken cancellationToken = default) =>
        _isGone ? new(_peerIsGone) : GuardAsync(_buffer.WriteAsync(source, cancellationToken));

    public override void Complete(Exception? exception = null) => _ = CompleteAsync(exception).AsTask();

    public override async ValueTask CompleteAsync(Exception? exception = null)
    {
        if (exception is null && UnflushedBytes > 0)
        {
            await FlushAsync(CancellationToken.None);
        }

        // The stream isn't to be flushed once more: what is left by now can't be sent.
        await _buffer.CompleteAsync(exception ?? new OperationCanceledException());
        await transport.CompleteAsync(exception);
    }

    private ValueTask<FlushResult> GuardAsync(ValueTask<FlushResult> flush) => flush.IsCompletedSuccessfully ? flush : AwaitAsync(flush);

    private async ValueTask<FlushResult> AwaitAsync(ValueTask<FlushResult> flush)
    {
        try
        {
            return await flush;
        }
        catch (Exception exception) when (exception is SocketException or ObjectDisposedException)
        {
            _isGone = true;
            connection.Abort(new ConnectionAbortedException("The peer is gone.", exception));
            return _peerIsGone;
        }
    }
}
