using Fluxor;
using Microsoft.Extensions.DependencyInjection;

namespace RoomMonitor.Tests.Store;

public sealed class InitializationTests
{
    [Fact]
    public async Task Dispatch_NotInitialized_WaitsAndShowsTheInitialState()
    {
        await using var scope = StoreScope.Create();

        scope.Dispatcher.Dispatch(new Incremented());

        scope.Counter.Count.Should().Be(0);
        scope.Store.Initialized.IsCompleted.Should().BeFalse();
    }

    [Fact]
    public async Task InitializeAsync_ActionsWait_AreProcessedInOrder()
    {
        await using var scope = StoreScope.Create(typeof(JournalEffects));
        foreach (var letter in "abcdef")
        {
            scope.Dispatcher.Dispatch(new Noted(letter.ToString()));
        }

        await scope.Store.InitializeAsync();
        await scope.Store.Initialized.WaitAsync(StoreScope.Patience);

        scope.Counter.Trace.Should().Be("abcdef");
        scope.Get<Journal>().Lines.First().Should().StartWith("a:");
        scope.Get<Journal>().Lines.Should().HaveCount(6);
    }

    [Fact]
    public async Task InitializeAsync_DispatchedBeforeTheStoreWasAskedFor_IsNotLost()
    {
        await using var scope = StoreScope.Create();
        scope.Get<IDispatcher>().Dispatch(new Incremented());

        await scope.Get<IStore>().InitializeAsync();

        scope.Counter.Count.Should().Be(1);
    }

    [Fact]
    public async Task InitializeAsync_Done_DispatchesStoreInitializedOnce()
    {
        await using var scope = StoreScope.Create(typeof(JournalEffects));
        var (initialized, loaded) = (0, 0);
        scope.Store.SubscribeToAction<StoreInitializedAction>(this, _ => initialized++);
        scope.Store.SubscribeToAction<Loaded>(this, _ => loaded++);

        await scope.Store.InitializeAsync();
        await scope.Store.InitializeAsync();

        initialized.Should().Be(1);
        loaded.Should().Be(1, "the effect of it ran once");
    }

    [Fact]
    public async Task ActionDispatched_EachDispatch_IsRaisedWithTheAction()
    {
        await using var scope = StoreScope.Create();
        var seen = new List<object>();
        await scope.Store.InitializeAsync();
        scope.Dispatcher.ActionDispatched += (_, args) => seen.Add(args.Action);
        var (first, second) = (new Incremented(), new ResetToZero());

        scope.Dispatcher.Dispatch(first);
        scope.Dispatcher.Dispatch(second);

        seen.Should().Equal(first, second);
    }

    [Fact]
    public async Task Scopes_TwoOfThem_HaveTheirOwnState()
    {
        await using var scope = await StoreScope.StartAsync();
        await using var other = scope.AnotherScope();
        var otherState = other.ServiceProvider.GetRequiredService<IState<CounterState>>();

        scope.Dispatcher.Dispatch(new Incremented());

        scope.Counter.Count.Should().Be(1);
        otherState.Value.Count.Should().Be(0);
        scope.Get<IState<CounterState>>().Should().BeSameAs(scope.Get<IState<CounterState>>());
    }
}
