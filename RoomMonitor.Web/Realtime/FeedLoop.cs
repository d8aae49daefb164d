namespace RoomMonitor.Web.Realtime;

/// <summary>
/// The life of a feed: it follows something in the background, one run at a time, in the culture of whoever started it, until it is stopped
/// or disposed of. Whoever started it is told of the error that ends it.
/// </summary>
public sealed class FeedLoop : IAsyncDisposable
{
    private readonly Lock _gate = new();
    private CancellationTokenSource _stop = new();
    private Task _run = Task.CompletedTask;
    private bool _isDisposed;

    /// <summary>Starts it; false while it runs, and once it is disposed of. After an error it can be started anew.</summary>
    /// <param name="follow">Runs until it is cancelled.</param>
    /// <param name="onError">For example a component's <c>DispatchExceptionAsync</c>.</param>
    public bool TryStart(Func<CancellationToken, Task> follow, Func<Exception, Task> onError)
    {
        lock (_gate)
        {
            if (_isDisposed || !_run.IsCompleted)
            {
                return false;
            }

            Begin(follow, onError);
            return true;
        }
    }

    /// <summary>Starts it as soon as the run before has ended by itself: its last word never comes after this one's first.</summary>
    public void StartNext(Func<CancellationToken, Task> follow, Func<Exception, Task> onError)
    {
        lock (_gate)
        {
            if (!_isDisposed)
            {
                Begin(follow, onError);
            }
        }
    }

    /// <summary>Over once nothing runs any more. It can be started again, unless it is disposed of: then there is nothing to stop.</summary>
    public Task StopAsync() => EndAsync(isLast: false);

    public async ValueTask DisposeAsync() => await EndAsync(isLast: true);

    /// <summary>A scope that ends disposes of its feed and of the page that stops it, in any order.</summary>
    private async Task EndAsync(bool isLast)
    {
        Task run;
        CancellationTokenSource? stop = null;
        lock (_gate)
        {
            run = _run;
            if (!_isDisposed)
            {
                stop = _stop;
                _stop = isLast ? _stop : new CancellationTokenSource();
                _isDisposed = isLast;
            }
        }

        if (stop is not null)
        {
            await stop.CancelAsync();
        }

        await run;
        stop?.Dispose();
    }

    private void Begin(Func<CancellationToken, Task> follow, Func<Exception, Task> onError)
    {
        var (before, stop) = (_run, _stop.Token);
        _run = Task.Run(() => RunAsync(before, follow, onError, stop));
    }

    private static async Task RunAsync(
        Task before, Func<CancellationToken, Task> follow, Func<Exception, Task> onError, CancellationToken stop)
    {
        await before;
        try
        {
            await follow(stop);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // Stopped.
        }
        catch (Exception exception)
        {
            // Not awaited: whoever is told may stop this feed, which waits for its run.
            _ = onError(exception);
        }
    }
}
