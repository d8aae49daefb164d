using System.Collections.Concurrent;
using RoomMonitor.Web.Realtime;

namespace RoomMonitor.Tests.Realtime;

public sealed class FeedLoopTests
{
    private readonly ConcurrentQueue<Exception> _errors = [];

    [Fact]
    public async Task TryStart_WhileItRuns_StartsNothing()
    {
        await using var loop = new FeedLoop();
        loop.TryStart(UntilStoppedAsync, Tell).Should().BeTrue();

        loop.TryStart(UntilStoppedAsync, Tell).Should().BeFalse();
    }

    [Fact]
    public async Task TryStart_AfterAnError_StartsAnewAndTheErrorWasTold()
    {
        await using var loop = new FeedLoop();
        var told = new TaskCompletionSource<Exception>(TaskCreationOptions.RunContinuationsAsynchronously);
        loop.TryStart(_ => throw new InvalidOperationException("lost"), error =>
        {
            told.SetResult(error);
            return Task.CompletedTask;
        });
        (await told.Task).Message.Should().Be("lost");
        await loop.StopAsync();

        loop.TryStart(UntilStoppedAsync, Tell).Should().BeTrue();
    }

    [Fact]
    public async Task StopAsync_WhileItRuns_WaitsForItsEndAndTellsNoError()
    {
        await using var loop = new FeedLoop();
        var hasEnded = false;
        loop.TryStart(
            async stop =>
            {
                try
                {
                    await UntilStoppedAsync(stop);
                }
                finally
                {
                    hasEnded = true;
                }
            },
            Tell);

        await loop.StopAsync();

        hasEnded.Should().BeTrue();
        _errors.Should().BeEmpty();
        loop.TryStart(UntilStoppedAsync, Tell).Should().BeTrue();
    }

    [Fact]
    public async Task StartNext_WhileOneRuns_BeginsOnceThatHasEnded()
    {
        await using var loop = new FeedLoop();
        var (said, first) = (new ConcurrentQueue<int>(), new TaskCompletionSource());
        var second = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        loop.StartNext(
            async _ =>
            {
                await first.Task;
                said.Enqueue(1);
            },
            Tell);
        loop.StartNext(
            _ =>
            {
                said.Enqueue(2);
                second.SetResult();
                return Task.CompletedTask;
            },
            Tell);

        first.SetResult();
        await second.Task;

        said.Should().Equal(1, 2);
    }

    /// <summary>Who is told of an error disposes of the page, and the page of its feed: that must not wait for itself.</summary>
    [Fact]
    public async Task OnError_DisposesOfIt_Ends()
    {
        var loop = new FeedLoop();
        var disposed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);

        loop.TryStart(_ => throw new InvalidOperationException("lost"), async _ =>
        {
            await loop.DisposeAsync();
            disposed.SetResult();
        });

        await disposed.Task;
        loop.TryStart(UntilStoppedAsync, Tell).Should().BeFalse("it is disposed of");
        loop.StartNext(_ => throw new InvalidOperationException("never"), Tell);
        _errors.Should().BeEmpty();
    }

    /// <summary>The end of a scope disposes of the feed, and of the page that stops it.</summary>
    [Fact]
    public async Task StopAsync_OnceItIsDisposedOf_HasNothingToStop()
    {
        var loop = new FeedLoop();
        loop.TryStart(UntilStoppedAsync, Tell).Should().BeTrue();

        await loop.DisposeAsync();
        await loop.StopAsync();
        await loop.DisposeAsync();

        _errors.Should().BeEmpty();
    }

    private static Task UntilStoppedAsync(CancellationToken stop) => Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, stop);

    private Task Tell(Exception error)
    {
        _errors.Enqueue(error);
        return Task.CompletedTask;
    }
}
