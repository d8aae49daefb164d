using Fluxor;
using UnhandledExceptionEventArgs = Fluxor.Exceptions.UnhandledExceptionEventArgs;

namespace RoomMonitor.Tests.Store;

public sealed class EffectTests
{
    [Fact]
    public async Task Effect_ItsAction_RunsAfterTheReducers()
    {
        await using var scope = await StoreScope.StartAsync(typeof(JournalEffects));

        scope.Dispatcher.Dispatch(new Noted("a"));

        scope.Get<Journal>().Lines.Should().Equal("a: trace is a");
    }

    [Fact]
    public async Task Effect_DispatchesFromWithin_IsReducedBeforeTheOuterDispatchReturns()
    {
        await using var scope = await StoreScope.StartAsync(typeof(JournalEffects));

        scope.Dispatcher.Dispatch(new Incremented());

        scope.Counter.Trace.Should().Be("from effect");
        scope.Get<Journal>().Lines.Should().Equal("incremented", "from effect: trace is from effect");
    }

    [Fact]
    public async Task Effect_ForAnInterface_SeesActionsThatImplementIt()
    {
        await using var scope = await StoreScope.StartAsync(typeof(JournalEffects));

        scope.Dispatcher.Dispatch(new LetteredTwice("q"));

        scope.Get<Journal>().Lines.Should().Equal("traced q");
    }

    [Fact]
    public async Task Effect_StillRunning_IsNotAwaitedByDispatch()
    {
        await using var scope = await StoreScope.StartAsync(typeof(JournalEffects));
        var loaded = new TaskCompletionSource<string>();
        scope.Store.SubscribeToAction<Loaded>(this, action => loaded.TrySetResult(action.Text));

        scope.Dispatcher.Dispatch(new LoadRequested("rooms"));
        loaded.Task.IsCompleted.Should().BeFalse();

        scope.Get<Journal>().OpenGate();
        (await loaded.Task.WaitAsync(StoreScope.Patience)).Should().Be("rooms");
    }

    [Fact]
    public async Task Effect_ThrowsAtOnce_GoesToUnhandledExceptionAndNotToTheCaller()
    {
        await using var scope = await StoreScope.StartAsync(typeof(JournalEffects));
        var failures = Failures(scope);

        var act = () => scope.Dispatcher.Dispatch(new FailedAtOnce());

        act.Should().NotThrow();
        var failure = await failures.WaitAsync(StoreScope.Patience);
        failure.Exception.Should().BeOfType<FormatException>().Which.Message.Should().Be("at once");
        scope.Dispatcher.Dispatch(new AddedStruct(1));
        scope.Counter.Count.Should().Be(1);
    }

    [Fact]
    public async Task Effect_ThrowsLater_GoesToUnhandledException()
    {
        await using var scope = await StoreScope.StartAsync(typeof(JournalEffects));
        var failures = Failures(scope);

        scope.Dispatcher.Dispatch(new FailedLater());
        failures.IsCompleted.Should().BeFalse();
        scope.Get<Journal>().OpenGate();

        var failure = await failures.WaitAsync(StoreScope.Patience);
        failure.Exception.Should().BeOfType<FormatException>().Which.Message.Should().Be("later");
    }

    [Fact]
    public async Task Effect_OneThrows_TheOthersStillRun()
    {
        await using var scope = await StoreScope.StartAsync(typeof(FailingFirst), typeof(NotingSecond));
        var failures = Failures(scope);

        scope.Dispatcher.Dispatch(new Unheard());

        (await failures.WaitAsync(StoreScope.Patience)).Exception.Message.Should().Be("first");
        scope.Get<Journal>().Lines.Should().Equal("second");
    }

    [Fact]
    public void Handled_AfterTheCall_IsRemembered()
    {
        var args = new UnhandledExceptionEventArgs(new FormatException());
        args.WasHandled.Should().BeFalse();

        args.Handled();

        args.WasHandled.Should().BeTrue();
    }

    [Fact]
    public async Task Effect_ParallelDispatches_RunsForEach()
    {
        await using var scope = await StoreScope.StartAsync(typeof(NotingSecond));

        var threads = Enumerable.Range(0, 4).Select(_ => new Thread(() =>
        {
            for (var i = 0; i < 100; i++)
            {
                scope.Dispatcher.Dispatch(new Unheard());
            }
        })).ToList();
        threads.ForEach(thread => thread.Start());
        threads.ForEach(thread => thread.Join());

        scope.Get<Journal>().Lines.Should().HaveCount(400);
    }

    private static Task<UnhandledExceptionEventArgs> Failures(StoreScope scope)
    {
        var first = new TaskCompletionSource<UnhandledExceptionEventArgs>(TaskCreationOptions.RunContinuationsAsynchronously);
        scope.Store.UnhandledException += (_, args) =>
        {
            args.Handled();
            first.TrySetResult(args);
        };
        return first.Task;
    }

    public sealed class FailingFirst : Effect<Unheard>
    {
        public override Task HandleAsync(Unheard action, IDispatcher dispatcher) => throw new FormatException("first");
    }

    public sealed class NotingSecond(Journal journal) : Effect<Unheard>
    {
        public override Task HandleAsync(Unheard action, IDispatcher dispatcher)
        {
            journal.Write("second");
            return Task.CompletedTask;
        }
    }
}
