using Fluxor;

namespace RoomMonitor.Tests.Store;

public sealed class ActionSubscriberTests
{
    [Fact]
    public async Task SubscribeToAction_ItsAction_IsCalledAfterTheReducersAndBeforeTheEffects()
    {
        await using var scope = await StoreScope.StartAsync(typeof(JournalEffects));
        var journal = scope.Get<Journal>();
        scope.Get<IActionSubscriber>().SubscribeToAction<Noted>(this, action => journal.Write($"callback: trace is {scope.Counter.Trace}"));

        scope.Dispatcher.Dispatch(new Noted("a"));

        journal.Lines.Should().Equal("callback: trace is a", "a: trace is a");
    }

    [Fact]
    public async Task SubscribeToAction_BaseType_SeesDerivedActionsOnly()
    {
        await using var scope = await StoreScope.StartAsync();
        var seen = new List<string>();
        scope.Store.SubscribeToAction<Lettered>(this, action => seen.Add(action.Mark));

        scope.Dispatcher.Dispatch(new LetteredTwice("x"));
        scope.Dispatcher.Dispatch(new Incremented());

        seen.Should().Equal("x");
    }

    [Fact]
    public async Task SubscribeToAction_AnyThread_RunsOnTheDispatchingOne()
    {
        await using var scope = await StoreScope.StartAsync();
        var calledOn = 0;
        scope.Store.SubscribeToAction<Incremented>(this, _ => calledOn = Environment.CurrentManagedThreadId);

        var thread = new Thread(() => scope.Dispatcher.Dispatch(new Incremented()));
        thread.Start();
        thread.Join();

        calledOn.Should().Be(thread.ManagedThreadId);
    }

    [Fact]
    public async Task SubscribeToAction_CallbackThrows_ReachesTheCallerAndTheStoreLivesOn()
    {
        await using var scope = await StoreScope.StartAsync();
        scope.Store.SubscribeToAction<Noted>(this, _ => throw new FormatException("callback"));

        var act = () => scope.Dispatcher.Dispatch(new Noted("a"));

        act.Should().Throw<FormatException>().WithMessage("callback");
        scope.Dispatcher.Dispatch(new Incremented());
        scope.Counter.Should().Match<CounterState>(state => state.Count == 1 && state.Trace == "a");
    }

    [Fact]
    public async Task UnsubscribeFromAllActions_OneOfTwoSubscribers_EndsAllOfItsOwnOnly()
    {
        await using var scope = await StoreScope.StartAsync();
        var (mine, other) = (new object(), new object());
        var seen = new List<string>();
        scope.Store.SubscribeToAction<Incremented>(mine, _ => seen.Add("mine"));
        scope.Store.SubscribeToAction<Noted>(mine, _ => seen.Add("mine"));
        scope.Store.SubscribeToAction<Incremented>(other, _ => seen.Add("other"));

        scope.Store.UnsubscribeFromAllActions(mine);
        scope.Dispatcher.Dispatch(new Incremented());
        scope.Dispatcher.Dispatch(new Noted("a"));

        seen.Should().Equal("other");
    }

    [Fact]
    public async Task GetActionUnsubscriberAsIDisposable_Disposed_EndsTheSubscriptions()
    {
        await using var scope = await StoreScope.StartAsync();
        var calls = 0;
        scope.Store.SubscribeToAction<Incremented>(this, _ => calls++);

        using (scope.Store.GetActionUnsubscriberAsIDisposable(this))
        {
            scope.Dispatcher.Dispatch(new Incremented());
        }

        scope.Dispatcher.Dispatch(new Incremented());

        calls.Should().Be(1);
    }
}
