using Fluxor;

namespace RoomMonitor.Tests.Store;

public sealed class ParallelDispatchTests
{
    private const int Threads = 8;
    private const int Each = 1000;

    [Fact]
    public async Task Dispatch_EightThreads_CountsExactly()
    {
        await using var scope = await StoreScope.StartAsync();
        var notifications = 0;
        scope.Get<IState<CounterState>>().StateChanged += (_, _) => Interlocked.Increment(ref notifications);

        RunAtOnce(_ => scope.Dispatcher.Dispatch(new Incremented()));

        scope.Counter.Count.Should().Be(Threads * Each);
        notifications.Should().Be(Threads * Each);
    }

    [Fact]
    public async Task Dispatch_EightThreadsWhileTheStoreStarts_LosesNothing()
    {
        await using var scope = StoreScope.Create();
        var store = scope.Store;

        RunAtOnce(i =>
        {
            if (i == Each / 2)
            {
                _ = store.InitializeAsync();
            }

            scope.Dispatcher.Dispatch(new Incremented());
        });
        await store.Initialized.WaitAsync(StoreScope.Patience);

        scope.Counter.Count.Should().Be(Threads * Each);
    }

    [Fact]
    public async Task Dispatch_EightThreadsAndSomeReducersThrow_EachFailureSurfacesAndNothingIsLost()
    {
        await using var scope = await StoreScope.StartAsync();
        var thrown = 0;

        RunAtOnce(i =>
        {
            try
            {
                scope.Dispatcher.Dispatch(i % 10 == 0 ? new Broken() : new Incremented());
            }
            catch (Exception)
            {
                Interlocked.Increment(ref thrown);
            }
        });

        // Failures may come out on another thread's Dispatch; an action that still waits goes with the next one.
        scope.Dispatcher.Dispatch(new Incremented());
        scope.Counter.Count.Should().Be((Threads * Each * 9 / 10) + 1);
        thrown.Should().BePositive();
    }

    [Fact]
    public async Task Dispatch_AnotherThreadIsDispatching_MayReturnBeforeItsReductionWhichIsNotLost()
    {
        await using var scope = await StoreScope.StartAsync();
        using var inHandler = new ManualResetEventSlim();
        using var release = new ManualResetEventSlim();
        scope.Store.SubscribeToAction<Noted>(this, _ =>
        {
            inHandler.Set();
            release.Wait(StoreScope.Patience);
        });
        var other = new Thread(() => scope.Dispatcher.Dispatch(new Noted("held")));
        other.Start();
        inHandler.Wait(StoreScope.Patience).Should().BeTrue();

        scope.Dispatcher.Dispatch(new Incremented());
        var countWhileHeld = scope.Counter.Count;
        release.Set();
        other.Join();

        countWhileHeld.Should().Be(0);
        scope.Counter.Count.Should().Be(1);
    }

    [Fact]
    public async Task SubscribeToAction_WhileOthersDispatch_NeitherFailsNorLosesActions()
    {
        await using var scope = await StoreScope.StartAsync();
        var heard = 0;
        scope.Store.SubscribeToAction<Incremented>(this, _ => Interlocked.Increment(ref heard));

        RunAtOnce(i =>
        {
            var passerBy = new object();
            scope.Store.SubscribeToAction<Unheard>(passerBy, _ => { });
            scope.Dispatcher.Dispatch(new Incremented());
            scope.Store.UnsubscribeFromAllActions(passerBy);
        });

        heard.Should().Be(Threads * Each);
    }

    private static void RunAtOnce(Action<int> body)
    {
        using var start = new Barrier(Threads);
        var failures = 0;
        var threads = Enumerable.Range(0, Threads).Select(_ => new Thread(() =>
        {
            try
            {
                start.SignalAndWait();
                for (var i = 0; i < Each; i++)
                {
                    body(i);
                }
            }
            catch (Exception)
            {
                Interlocked.Increment(ref failures);
            }
        })).ToList();
        threads.ForEach(thread => thread.Start());
        threads.ForEach(thread => thread.Join());
        failures.Should().Be(0);
    }
}
